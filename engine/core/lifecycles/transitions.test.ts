import { describe, expect, it } from 'vitest'
import { ENROLMENT_STATES, enrolmentMachine } from './enrolment.ts'
import { journeyMachine } from './journey.ts'
import { runMachine } from './run.ts'
import { allows } from './transitions.ts'

/** Every allowed transition of a machine as `state event target`, by trying each of its events in each of its states. */
const allowed = (machine: typeof journeyMachine | typeof enrolmentMachine | typeof runMachine): string[] =>
  Object.keys(machine.states).flatMap((state) =>
    machine.events.flatMap((event) => {
      const target = allows(machine, state, event)
      return target ? [`${state} ${event} ${target}`] : []
    }),
  )

const TAKEN_OUT = ['exit exited', 'goal goal', 'stop stopped', 'pull-out pulled-out', 'merge merged', 'erase erased']

describe('what the machines allow', () => {
  it('of a journey, and nothing else', () => {
    expect(allowed(journeyMachine).sort()).toEqual(
      [
        'draft submit in-review',
        'draft publish running',
        'draft schedule scheduled',
        'draft archive archived',
        'in-review approve scheduled',
        'in-review reject draft',
        'in-review publish running',
        'in-review archive archived',
        'scheduled start running',
        'scheduled withdraw draft',
        'running publish running',
        'running pause paused',
        'running drain draining',
        'running stop stopping',
        'paused publish paused',
        'paused resume running',
        'paused drain draining',
        'paused stop stopping',
        'draining finish finished',
        'draining stop stopping',
        'stopping finish finished',
        'finished publish running',
        'finished archive archived',
      ].sort(),
    )
  })

  it('of an enrolment: live and failed are inside, and nobody comes back from outside', () => {
    expect(allowed(enrolmentMachine).sort()).toEqual(
      [
        'live fail failed',
        'live complete completed',
        'failed retry live',
        'holdout merge merged',
        'holdout erase erased',
        ...TAKEN_OUT.flatMap((out) => [`live ${out}`, `failed ${out}`]),
      ].sort(),
    )
  })

  it('of a run', () => {
    expect(allowed(runMachine).sort()).toEqual([
      'enrolling enrolled finished',
      'enrolling stop finished',
      'storing stop finished',
      'storing stored enrolling',
    ])
  })

  it('refuses an event that no state knows, and crashes on a state that does not exist', () => {
    expect(allows(journeyMachine, 'running', 'explode')).toBeUndefined()
    expect(() => allows(journeyMachine, 'exploded', 'stop')).toThrow('exploded')
  })
})

describe('the states of an enrolment', () => {
  it('keep the numbers that tables hold', () => {
    expect(ENROLMENT_STATES.map((state, number) => `${number} ${state}`)).toEqual([
      '0 live',
      '1 failed',
      '2 completed',
      '3 exited',
      '4 goal',
      '5 stopped',
      '6 pulled-out',
      '7 merged',
      '8 erased',
      '9 holdout',
    ])
    expect(Object.keys(enrolmentMachine.states)).toEqual([...ENROLMENT_STATES])
  })
})
