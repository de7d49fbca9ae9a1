import type { EffectAnswer, EffectRow } from '../../engine/core/journey/effect.ts'
import type { Purpose } from '../../engine/core/journey/facts.ts'
import { leave, type Outcome, park } from '../../engine/core/journey/node.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isSettled } from '../../engine/core/lifecycles/message.ts'
import { accountOf, messageStates, planMessages } from '../../engine/reach/face.ts'
import type { Tx } from '../../engine/store/store.ts'

const PLANNED = 1

/** Plans the message on arrival; on return leaves by how the message ended, or waits on where it is not this visit's. */
export async function apply(tx: Tx, rows: readonly EffectRow[]): Promise<EffectAnswer> {
  const results = new Map<EffectRow, Outcome>()
  const arrived = rows.filter((row) => row.body.variables !== undefined)
  const returned = rows.filter((row) => row.body.variables === undefined)
  await plan(tx, arrived)
  for (const row of arrived) results.set(row, park(null, PLANNED))
  const states = returned.length > 0 ? await messageStates(tx, returned) : []
  returned.forEach((row, i) => {
    results.set(row, outcomeOf(states[i]))
  })
  return { results: rows.map((row) => results.get(row) ?? park(null, PLANNED)), events: [] }
}

async function plan(tx: Tx, rows: readonly EffectRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const { purpose, account: key } = first.settings as unknown as { purpose: Purpose; account: string } // parsed by the node's own schema
  const account = await accountOf(tx, 'email', key)
  const messages = rows.map(({ enrolment, visit, member, enteredAt, at, body }) => ({
    ...{ enrolment, visit, member, enteredAt, at },
    variables: body.variables as JsonObject, // as `decide` handed them over
  }))
  const { journey, version, node } = first
  planMessages(tx, { journey, version, node, channel: 'email', purpose, account }, messages)
}

type Message = Awaited<ReturnType<typeof messageStates>>[number]

function outcomeOf(message: Message): Outcome {
  if (!message || !isSettled(message.state)) return park(null, PLANNED)
  const { state } = message
  if (state === 'blocked' || state === 'failed') return leave(state, { reason: message.reason ?? '' })
  return leave('sent', { state })
}
