import { createMachine, getInitialSnapshot } from 'xstate'
import { allows } from './transitions.ts'

/**
 * The life of a journey. While it is `stopping`, nobody goes on and those inside are ended. What it refuses the server refuses,
 * and screens offer only what it allows.
 */
export const journeyMachine = createMachine({
  id: 'journey',
  initial: 'draft',
  states: {
    draft: { on: { submit: 'in-review', publish: 'running', schedule: 'scheduled', archive: 'archived' } },
    'in-review': { on: { approve: 'scheduled', reject: 'draft', publish: 'running', archive: 'archived' } },
    scheduled: { on: { start: 'running', withdraw: 'draft' } },
    running: { on: { publish: 'running', pause: 'paused', drain: 'draining', stop: 'stopping' } },
    paused: { on: { publish: 'paused', resume: 'running', drain: 'draining', stop: 'stopping' } },
    draining: { on: { finish: 'finished', stop: 'stopping' } },
    stopping: { on: { finish: 'finished' } },
    finished: { on: { publish: 'running', archive: 'archived' } },
    archived: {},
  },
})

export type JourneyEvent =
  | 'submit'
  | 'approve'
  | 'reject'
  | 'schedule'
  | 'start'
  | 'withdraw'
  | 'publish'
  | 'pause'
  | 'resume'
  | 'drain'
  | 'stop'
  | 'finish'
  | 'archive'

/** The state that an event leads to, or undefined where the machine refuses it. */
export const journeyAfter = (state: string, event: JourneyEvent): string | undefined =>
  allows(journeyMachine, state, event)

export const FIRST_JOURNEY_STATE = String(getInitialSnapshot(journeyMachine).value)
