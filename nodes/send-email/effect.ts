import { defineEffect, type EffectVisit } from '../../engine/core/journey/effect.ts'
import { leave, type Outcome, park } from '../../engine/core/journey/node.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isSettled } from '../../engine/core/lifecycles/message.ts'
import { accountOf, messageStates, planMessages } from '../../engine/reach/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

/** `variables` on arrival; nothing on return. */
type Body = { variables?: JsonObject }
type Visit = EffectVisit<Body>

const PLANNED = 1

/** Plans the message on arrival; on return leaves by how the message ended, or waits on where it is not this visit's. */
export const apply = defineEffect<Tx, Settings, Body>(async (tx, { journey, version, node, settings, visits }) => {
  const results = new Map<Visit, Outcome>()
  const arrived = visits.filter((visit) => visit.body.variables !== undefined)
  const returned = visits.filter((visit) => visit.body.variables === undefined)
  if (arrived.length > 0) {
    const account = await accountOf(tx, 'email', settings.account)
    const plan = { journey, version, node, channel: 'email', purpose: settings.purpose, account } as const
    planMessages(tx, plan, arrived, (visit) => visit.body.variables)
  }
  const states = returned.length > 0 ? await messageStates(tx, returned) : []
  returned.forEach((visit, i) => {
    results.set(visit, outcomeOf(states[i]))
  })
  return { results: visits.map((visit) => results.get(visit) ?? park(null, PLANNED)), events: [] }
})

type Message = Awaited<ReturnType<typeof messageStates>>[number]

function outcomeOf(message: Message): Outcome {
  if (!message || !isSettled(message.state)) return park(null, PLANNED)
  const { state } = message
  if (state === 'blocked' || state === 'failed') return leave(state, { reason: message.reason ?? '' })
  return leave('sent', { state })
}
