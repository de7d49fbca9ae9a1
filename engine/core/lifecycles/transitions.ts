import type { AnyStateMachine } from 'xstate'
import { getNextSnapshot } from 'xstate'

/**
 * The state that an event leads to, or undefined where the machine refuses it. For machines without nested states.
 * Throws on a state the machine does not have.
 */
export function allows(machine: AnyStateMachine, state: string, event: string): string | undefined {
  const here = machine.resolveState({ value: state, context: {} })
  return here.can({ type: event }) ? String(getNextSnapshot(machine, here, { type: event }).value) : undefined
}
