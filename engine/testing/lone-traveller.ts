import { getInitialSnapshot, getNextSnapshot } from 'xstate'
import type { Stimulus } from '../core/journey/node.ts'
import type { JourneyInput, JourneyingEvent, machineOf, Step } from '../core/walk/machine.ts'
import type { TakenOut } from '../core/walk/traveller.ts'

/** What a member lived through: the same whoever walked it. */
export interface Life {
  readonly steps: Step[]
  end: unknown
}

/** One enrolment, taken through its plan by the machine alone. */
export function loneTraveller(machine: ReturnType<typeof machineOf>, input: JourneyInput) {
  let snapshot = getInitialSnapshot(machine, input)
  const send = (event: JourneyingEvent) => {
    snapshot = getNextSnapshot(machine, snapshot, event)
  }
  return {
    /** Somebody looks at this moment; the stimuli came since the last one, in this order. */
    look(clock: number, stimuli: readonly (Stimulus | TakenOut)[] = []): void {
      for (const one of stimuli) send('out' in one ? { type: 'out', taken: one } : { type: 'stimulus', stimulus: one })
      send({ type: 'wake', clock })
    },
    life(): Life {
      const { steps, node, dueAt, step, verdict } = snapshot.context
      if (snapshot.status === 'done') return { steps, end: snapshot.value }
      if (snapshot.value === 'failed')
        return { steps, end: { node, failed: verdict?.kind === 'fail' && verdict.reason } }
      return { steps, end: { node, dueAt, step } }
    },
  }
}
