import { createMachine } from 'xstate'
import { allows } from './transitions.ts'

export const APPROVAL_STATES = ['asked', 'approved', 'rejected', 'withdrawn', 'overtaken'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** The life of a request that a second person publish a journey. Once it is decided, it stays so. */
export const approvalMachine = createMachine({
  id: 'approval',
  initial: 'asked',
  states: {
    asked: { on: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn', overtake: 'overtaken' } },
    approved: { type: 'final' },
    rejected: { type: 'final' },
    withdrawn: { type: 'final' },
    /** What is drawn, or what is live, is another by now; or the journey was archived. */
    overtaken: { type: 'final' },
  },
})

/** The state of a row. Throws a RangeError on one this program does not know. */
export function approvalState(text: string): ApprovalState {
  const state = APPROVAL_STATES.find((known) => known === text)
  if (!state) throw new RangeError(`unknown state ${text} of an approval`)
  return state
}

/** Whether somebody may still decide about a request in this state. */
export const isOpen = (state: ApprovalState): boolean => allows(approvalMachine, state, 'approve') !== undefined
