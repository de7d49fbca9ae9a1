import { BY_RULE } from '../core/journey/exits.ts'
import { numbers, texts } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Tx } from '../store/store.ts'
import { type Call, callsOf } from './calls.ts'
import { type Engine, planOf } from './engine.ts'
import { historyOf, loadNow } from './enrol.ts'
import type { Raised, StoredEvent } from './event.ts'
import { openGoals } from './goals.ts'
import { whoMustLeave } from './leaving.ts'
import { whereMoved } from './moves.ts'
import type { Begun } from './refunds.ts'
import { type Past, Router } from './router.ts'

/**
 * Routes stored events of locked members one by one, in order: goals and exits first, then waits, then triggers. Everything is
 * read first and written last, so that a batch costs as many statements as one event. Answers how many enrolments the events
 * began, and what they raise. `begun`: by refunds among them.
 */
export async function routeEvents(
  engine: Engine,
  tx: Tx,
  events: readonly StoredEvent[],
  receivedAt: number,
  begun: Begun,
): Promise<{ enrolled: number; raised: Raised[] }> {
  const members = [...new Set(events.map((e) => e.member))]
  const names = texts([...new Set(events.map((e) => e.name))])
  const [positions, subscriptions, goals] = await Promise.all([
    tx.sql.query(eventsSql.hearers, [numbers(members), names]),
    tx.sql.query(eventsSql.subscriptions, [names]),
    openGoals(engine, tx, events, receivedAt),
  ])
  if (positions.length === 0 && subscriptions.length === 0 && goals.none) return { enrolled: 0, raised: [] }
  // Who is leaving already hears of nothing more.
  const staying = positions.flatMap(({ told, ...row }) =>
    (told ?? 0) > 0 ? [] : [{ ...row, stirred: told !== null, since: begun.get(row.enrolment_id) }],
  )
  const standing = await whereMoved(engine, tx, staying)
  const versions = [...new Set([...standing, ...subscriptions].map((row) => row.version_id))]
  const plans = new Map(await Promise.all(versions.map(async (v) => [v, await planOf(engine, tx, v)] as const)))
  const calls = await callsOf(tx, events, subscriptions, plans, receivedAt)
  const router = new Router(plans, goals, receivedAt, await readPast(tx, [...calls.values()].flat()))
  for (const position of standing) router.place(position)
  const asked = standing.filter(({ version_id }) => {
    const about = plans.get(version_id)?.exitRule?.events
    return about !== undefined && events.some((event) => about.has(event.name))
  })
  const leaving = asked.length > 0 ? await whoMustLeave(tx, asked, plans, receivedAt) : []
  for (const position of leaving) router.takeOut({ position, out: 'exit', because: BY_RULE })
  for (const event of events) {
    router.reach(event)
    router.exit(event)
    router.wake(event)
    for (const call of calls.get(event.id) ?? []) router.answer(call)
  }
  const enrolled = await router.write(tx)
  return { enrolled, raised: goals.write(tx) }
}

async function readPast(tx: Tx, calls: readonly Call[]): Promise<Past> {
  const open = calls.filter((call) => call.refusal === undefined)
  if (open.length === 0) {
    return { history: new Map(), load: { member_shards: 0, poke_backlog: 0 }, shut: new Set(), entered: new Set() }
  }
  const members = [...new Set(open.map((call) => call.event.member))]
  const journeys = [...new Set(open.map((call) => call.subscription.journey_id))]
  const keys = open.flatMap(({ once }) => once ?? [])
  tx.sql.write(journeysSql.share, [numbers(journeys)])
  const [shut, history, load, known] = await Promise.all([
    tx.sql.query(journeysSql.shut, [numbers(journeys)]),
    historyOf(tx, members, journeys),
    loadNow(tx),
    keys.length > 0 ? tx.sql.query(eventsSql.knownKeys, [texts(keys)]) : [],
  ])
  return {
    shut: new Set(shut.map((row) => row.id)),
    history,
    load,
    entered: new Set(known.map((row) => row.hash.replaceAll('-', ''))),
  }
}
