import { defineEffect, type EffectVisit } from '../../engine/core/journey/effect.ts'
import { leave, type Outcome, park } from '../../engine/core/journey/node.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isSettled } from '../../engine/core/lifecycles/message.ts'
import { accountOf, keepAnswers, messageStates, planMessages } from '../../engine/reach/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

/** `call` on arrival; nothing on return. */
interface Body {
  call?: JsonObject
}
type Visit = EffectVisit<Body>

const CALLED = 1
/** Why a service took the call and said no. */
const REFUSED = /^http-4\d\d$/

/** Plans the call on arrival; on return leaves by what the service answered, which the member's event then has, or waits on. */
export const apply = defineEffect<Tx, Settings, Body>(async (tx, { journey, version, node, settings, visits }) => {
  const arrived = visits.filter((visit) => visit.body.call !== undefined)
  const returned = visits.filter((visit) => visit.body.call === undefined)
  if (arrived.length > 0) {
    const account = await accountOf(tx, 'service', settings.connection)
    const plan = { journey, version, node, channel: 'service', purpose: 'transactional', account } as const
    planMessages(tx, plan, arrived, (visit) => visit.body.call)
  }
  const states = returned.length > 0 ? await messageStates(tx, returned) : []
  const results = new Map<Visit, Outcome>(returned.map((visit, i) => [visit, outcomeOf(states[i])]))
  const answered = returned.flatMap((visit, i) =>
    results.get(visit)?.do === 'leave' ? [{ ...visit, values: states[i]?.answer ?? {} }] : [],
  )
  keepAnswers(
    tx,
    settings.answers.map(({ as }) => as),
    answered,
  )
  return { results: visits.map((visit) => results.get(visit) ?? park(null, CALLED)), events: [] }
})

type Call = Awaited<ReturnType<typeof messageStates>>[number]

function outcomeOf(call: Call): Outcome {
  if (!call || !isSettled(call.state)) return park(null, CALLED)
  if (call.state === 'accepted') return leave('done')
  const reason = call.reason ?? ''
  return leave(REFUSED.test(reason) ? 'rejected' : 'failed', { reason })
}
