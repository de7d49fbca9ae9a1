import { Chip, type Tone } from '../../kit/chip.tsx'
import { useMessages } from '../../locale/messages.ts'
import { stateMessages } from './locale.ts'
import type { JourneyState } from './queries.ts'

const LOOKS: Record<JourneyState, { readonly tone: Tone; readonly mark: 'dot' | 'ring' | 'none' }> = {
  draft: { tone: 'plain', mark: 'ring' },
  'in-review': { tone: 'warn', mark: 'dot' },
  scheduled: { tone: 'info', mark: 'dot' },
  running: { tone: 'ok', mark: 'dot' },
  paused: { tone: 'plain', mark: 'dot' },
  draining: { tone: 'warn', mark: 'dot' },
  stopping: { tone: 'warn', mark: 'dot' },
  finished: { tone: 'plain', mark: 'none' },
  archived: { tone: 'plain', mark: 'none' },
}

/** The states in the order of a journey's life. */
export const STATES = Object.keys(LOOKS) as JourneyState[] // its own keys

export function StateChip({ state }: { state: JourneyState }) {
  const t = useMessages(stateMessages)
  return <Chip {...LOOKS[state]}>{t(state)}</Chip>
}
