import type { MemberId } from '../core/ids.ts'
import { calledEvent } from '../core/journey/own-events.ts'
import type { JsonObject } from '../core/json.ts'
import { saveConnection } from '../reach/face.ts'
import type { Published } from '../runtime/publish.ts'
import { eventually } from './eventually.ts'
import { type Happening, orderOf, postAll, refundOf, wind } from './happenings.ts'
import type { Providers } from './providers.ts'
import { PRICES } from './whole-journey.ts'
import type { TestWorkspace } from './workspace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Nodes of the whole journey at which members wait. */
const WAITS = ['day', 'until', 'order', 'opens', 'born', 'cooling']

/** What the n-th person is and does. */
export function personOf(n: number) {
  const called = n % 5 === 0
  const level = n === 3 ? 'alone' : (['gold', 'silver', 'none'][n % 3] ?? 'none')
  /** The whole order before it joins, or a part of it later. */
  const returns = called ? undefined : n % 12 === 6 ? ('early' as const) : n % 6 === 1 ? ('late' as const) : undefined
  const joins = !called && returns === undefined
  /** Its day, a day after everybody else began, lets it in. */
  const weds = joins && n % 20 === 12
  const attributes: JsonObject = {
    called,
    city: n % 2 === 0 ? 'A' : 'B',
    level,
    name: `会员 ${n}`,
    ...(n % 2 === 0 && { born: '1990-03-02' }),
    ...(weds && { wed: '2020-03-02' }),
  }
  return {
    called,
    /** It comes into a segment, in place of joining. */
    crosses: joins && n % 10 === 4,
    /** It is handed over by a call, in place of joining. */
    hands: joins && n % 10 === 8,
    weds,
    attributes,
    orders: n % 3 === 2 && n % 4 < 2 && !weds,
    visitsEarly: n % 7 === 1,
    visitsLate: n % 7 === 0,
    refunds: n % 4 === 3,
    returns,
    hasAddress: n % 10 !== 9,
  }
}

export type Person = ReturnType<typeof personOf> & { readonly member: MemberId }

/** What the whole journey names: segments, a group, the service that it calls. Its e-mail account is `main`. */
export async function namedByWhole(w: TestWorkspace, service = 'http://127.0.0.1:9'): Promise<void> {
  await w.segment('called', { field: 'member.called', op: 'eq', value: true })
  await w.segment('movers', { events: { event: 'moved' } })
  await w.segment('wedded', { field: 'member.wed', op: 'not-empty' })
  await w.group('list')
  const crm = { key: 'crm', name: 'crm', url: service, timeoutSeconds: 30 }
  await w.engine.store.withDb(w.tenant, (tx) => saveConnection(tx, w.engine.senders.box, crm, 'test'))
}

/** `people` of every kind, in a workspace where the journey is not published yet. */
export async function peopleOf(w: TestWorkspace, people: number, catcher: Providers) {
  const members = await w.members(Array.from({ length: people }, (_, n) => personOf(n).attributes))
  const persons = members.map((member, n): Person => ({ member, ...personOf(n) }))
  await namedByWhole(w, catcher.service.url)
  await w.query("INSERT INTO account (tenant_id, key, channel, settings) VALUES ($1, 'main', 'email', $2)", [
    w.tenant,
    {
      ...{ host: catcher.host, port: catcher.port, security: 'none', unsubscribe: 'https://example.com/u' },
      from: { name: '小店', address: 'shop@example.com' },
    },
  ])
  await w.query("INSERT INTO identity SELECT $1, 'email', 'm' || m || '@example.com', m FROM unnest($2::bigint[]) m", [
    w.tenant,
    persons.filter((p) => p.hasAddress).map((p) => p.member),
  ])
  await w.query(
    `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
     SELECT $1, id, 'email', 'marketing', true, 'test', now() FROM member`,
    [w.tenant],
  )
  const rules = { prices: { messages: PRICES } }
  await w.query('INSERT INTO sending_rules VALUES ($1, $2, now())', [w.tenant, rules])
  return persons
}

/** How many live members stand at these nodes, but for those who are held before a message, and who entered before an instant. */
async function standing(
  w: TestWorkspace,
  nodes: readonly string[],
  before = Number.POSITIVE_INFINITY,
): Promise<number> {
  const rows = await w.query<{ version_id: Published['version']; node: number; n: number }>(
    `SELECT version_id, node, count(*)::int AS n FROM token
      WHERE NOT failed AND (step > 0 OR due_at <= ts(waymark_clock())) AND entered_at < ts($1) GROUP BY 1, 2`,
    [before],
  )
  let sum = 0
  for (const { version_id, node, n } of rows) {
    const plan = await w.plan(version_id)
    if (nodes.includes(plan.nodes[node]?.id ?? '')) sum += n
  }
  return sum
}

/** Until nobody stands at these nodes, nor waits for a message or a call; `stuck` is called where that takes long. */
async function passed(
  w: TestWorkspace,
  nodes: readonly string[],
  stuck: () => Promise<void>,
  before?: number,
): Promise<void> {
  let looks = 0
  await eventually(
    async () => {
      const left = (await standing(w, nodes, before)) + (await standing(w, ['mail', 'score']))
      if (left > 0 && ++looks % 100 === 0) await stuck()
      return left === 0
    },
    `everybody is past ${nodes.join(', ')} and mail`,
  )
}

/**
 * Takes everybody through the published journey, whoever drives it: joins, comes into a segment, orders, visits, winds;
 * answers what happened, in order. `slice` people join at once. Every part, of which `before` hears, gives the driver something to do, and is over
 * before the next begins. Where there is a `before`, it may kill who is sending: such messages are settled by the clock.
 */
export async function live(
  w: TestWorkspace,
  persons: readonly Person[],
  slice: number,
  before?: () => void,
): Promise<Happening[]> {
  const course: Happening[] = []
  const happens = async (what: Promise<Happening>) => void course.push(await what)
  const stuck = async () => {
    if (before) await happens(wind(w, 130_000))
  }
  const of = (which: (p: Person) => boolean) => persons.filter(which).map((p) => p.member)
  const joining = of((p) => !p.called && !p.weds)
  const crossers = new Set(of((p) => p.crosses))
  const handed = new Set(of((p) => p.hands))
  const wedding = of((p) => p.weds)
  let standingNow = persons.length - joining.length - wedding.length
  const early = of((p) => p.returns === 'early')
  await happens(postAll(w, early, 'order refunded', refundOf(10)))
  for (let i = 0; i < joining.length; i += slice) {
    const now = joining.slice(i, i + slice)
    standingNow += now.length
    before?.()
    const crossing = now.filter((member) => crossers.has(member))
    await happens(postAll(w, crossing, 'moved'))
    const calling = now.filter((member) => handed.has(member))
    await happens(postAll(w, calling, calledEvent('whole'), orderOf))
    const others = now.filter((member) => !crossers.has(member) && !handed.has(member))
    await happens(postAll(w, others, 'joined', orderOf))
    await eventually(async () => (await standing(w, WAITS)) === standingNow, `${standingNow} wait`)
  }
  const visiting = of((p) => p.visitsEarly)
  await happens(postAll(w, visiting, 'visit'))
  const ordering = of((p) => p.orders)
  let waiting = standingNow
  for (let i = 0; i < ordering.length; i += slice) {
    const now = ordering.slice(i, i + slice)
    waiting -= now.length
    before?.()
    await happens(postAll(w, now, 'order'))
    await eventually(async () => (await standing(w, WAITS)) === waiting, `${now.length} have ordered`)
  }
  await passed(w, [], stuck)
  before?.()
  await happens(wind(w, 3 * HOUR))
  await passed(w, ['day', 'cooling'], stuck)
  before?.()
  const returning = of((p) => p.returns === 'late')
  await happens(postAll(w, returning, 'order refunded', refundOf(4)))
  await eventually(
    async () => (await standing(w, ['cooling'])) === returning.length,
    `${returning.length} branches wait`,
  )
  before?.()
  await happens(wind(w, DAY))
  const isThere = async () => (await w.query('SELECT FROM enrolment WHERE entry_no > 0')).length === persons.length
  await eventually(isThere, `${wedding.length} had their day`)
  await eventually(
    async () => (await w.query('SELECT FROM token WHERE due_at <= ts(waymark_clock())')).length === 0,
    'everybody waits, or is held',
  )
  await passed(w, WAITS, stuck, w.now)
  before?.()
  const late = of((p) => p.visitsLate)
  await happens(postAll(w, late, 'visit'))
  await eventually(async () => (await w.query('SELECT FROM stimulus')).length === 0, 'their visits are heard')
  await passed(w, [], stuck)
  before?.()
  const refunding = of((p) => p.refunds)
  await happens(postAll(w, refunding, 'refunded'))
  before?.()
  // Out of the quiet hours, and on.
  await happens(wind(w, 3 * DAY + 12 * HOUR))
  await passed(w, WAITS, stuck)
  before?.()
  await happens(wind(w, 3 * DAY))
  const over = async () => {
    const { completed = 0, exited = 0 } = await w.states()
    return completed + exited === persons.length + returning.length
  }
  await eventually(over, 'everybody is done')
  return course
}
