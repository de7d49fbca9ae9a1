import { Chip, type Tone } from '../../kit/chip.tsx'
import { useMessages } from '../../locale/messages.ts'
import { approvalStateMessages } from './locale.ts'
import type { Approval } from './queries.ts'

const TONES: Record<Approval['state'], Tone> = {
  asked: 'warn',
  approved: 'ok',
  rejected: 'bad',
  withdrawn: 'plain',
  overtaken: 'plain',
}

export function ApprovalState({ state }: { state: Approval['state'] }) {
  const t = useMessages(approvalStateMessages)
  return <Chip tone={TONES[state]}>{t(state)}</Chip>
}
