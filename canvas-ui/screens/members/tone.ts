import type { Tone } from '../../kit/chip.tsx'

/** How a state is coloured: beside its word, never instead of it. */
export const toneOf = (state: string): Tone => {
  if (state === 'failed') return 'bad'
  if (state === 'blocked' || state === 'unknown') return 'warn'
  if (state === 'live' || ['planned', 'claimed', 'sending'].includes(state)) return 'info'
  return ['goal', 'completed', 'accepted', 'delivered', 'opened', 'clicked'].includes(state) ? 'ok' : 'plain'
}
