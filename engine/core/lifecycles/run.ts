import { createMachine } from 'xstate'

/** The life of a run: its audience is stored first, then enrolled in chunks. Stopping the journey ends it at once. */
export const runMachine = createMachine({
  id: 'run',
  initial: 'storing',
  states: {
    storing: { on: { stored: 'enrolling', stop: 'finished' } },
    enrolling: { on: { enrolled: 'finished', stop: 'finished' } },
    finished: { type: 'final' },
  },
})
