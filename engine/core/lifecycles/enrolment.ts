import { createMachine } from 'xstate'

/** States of an enrolment; the smallint in tables is the position. `failed` still counts as inside. */
export const ENROLMENT_STATES = [
  'live',
  'failed',
  'completed',
  'exited',
  'goal',
  'stopped',
  'pulled-out',
  'merged',
  'erased',
  'holdout',
] as const

const TAKEN_OUT = {
  exit: 'exited',
  goal: 'goal',
  stop: 'stopped',
  'pull-out': 'pulled-out',
  merge: 'merged',
  erase: 'erased',
} as const

/** The life of an enrolment. Whoever has left never comes back: a further entry is a new enrolment. */
export const enrolmentMachine = createMachine({
  id: 'enrolment',
  initial: 'live',
  states: {
    live: { on: { fail: 'failed', complete: 'completed', ...TAKEN_OUT } },
    failed: { on: { retry: 'live', ...TAKEN_OUT } },
    completed: { type: 'final' },
    exited: { type: 'final' },
    goal: { type: 'final' },
    stopped: { type: 'final' },
    'pulled-out': { type: 'final' },
    merged: { type: 'final' },
    erased: { type: 'final' },
    // It never enters: instead of living, it is only measured.
    holdout: { on: { merge: 'merged', erase: 'erased' } },
  },
})
