import { describe, expect, it } from 'vitest'
import { isSettled, MESSAGE_STATES, messageAfter, messageMachine } from './message.ts'
import { allows } from './transitions.ts'

describe('a message', () => {
  it('allows these transitions, and nothing else', () => {
    const allowed = Object.keys(messageMachine.states).flatMap((state) =>
      messageMachine.events.flatMap((event) => {
        const target = allows(messageMachine, state, event)
        return target ? [`${state} ${event} ${target}`] : []
      }),
    )
    expect(allowed.sort()).toEqual(
      [
        'planned claim claimed',
        'planned block blocked',
        'claimed send sending',
        'claimed block blocked',
        'sending accept accepted',
        'sending reject failed',
        'sending retry planned',
        'sending lose unknown',
        'accepted deliver delivered',
        'accepted open opened',
        'accepted click clicked',
        'accepted bounce failed',
        'delivered open opened',
        'delivered click clicked',
        'delivered bounce failed',
        'opened click clicked',
        'unknown deliver delivered',
        'unknown open opened',
        'unknown click clicked',
        'unknown bounce failed',
      ].sort(),
    )
  })

  it('keeps the numbers that tables hold', () => {
    expect(MESSAGE_STATES.map((state, number) => `${number} ${state}`)).toEqual([
      '0 planned',
      '1 claimed',
      '2 sending',
      '3 accepted',
      '4 delivered',
      '5 opened',
      '6 clicked',
      '7 blocked',
      '8 failed',
      '9 unknown',
    ])
    expect(Object.keys(messageMachine.states).sort()).toEqual([...MESSAGE_STATES].sort())
  })

  it('is settled from `accepted` on, as the partial index over open messages has it', () => {
    expect(MESSAGE_STATES.map(isSettled)).toEqual(MESSAGE_STATES.map((_, number) => number >= 3))
  })

  it('is never sent again once it is unknown', () => {
    expect(messageAfter('planned', 'claim', 'send', 'lose')).toBe('unknown')
    expect(() => messageAfter('unknown', 'claim')).toThrow('no "claim" for a message that is unknown')
  })
})
