import { BUDGET_KINDS } from '../core/budgets/budgets.ts'
import type { MemberId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { saveConnection } from '../reach/face.ts'
import type { Published } from '../runtime/publish.ts'
import { eventually } from './eventually.ts'
import { type Happening, orderOf, postAll, refundOf, wind } from './happenings.ts'
import type { Providers } from './providers.ts'
import type { TestWorkspace } from './workspace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WAITS = ['day', 'until', 'order', 'opens', 'born', 'cooling']

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const did = (event: string) => ({ id: event, name: event, events: [{ event }] })
const share = (id: string) => ({ id, name: id, percent: 50 })
const arm = (id: string, control: boolean) => ({ id, name: id, percent: 50, control })
const once = { scope: 'name', name: 'whole', bound: 1 }
const isLevel = (value: string) => ({ id: value, name: value, rule: { field: 'member.level', op: 'eq', value } })

/** Of one message, by channel. */
export const PRICES = { email: 0.0125, inbox: 0.001 }

/** A journey with every node type there is (the conformance suite sees to that), and every kind of wait. */
export const wholeJourney = (shards: number | 'per-member') => ({
  schema: 1,
  key: 'whole',
  name: 'whole',
  settings: {
    ...{ shards, zone: 'UTC' },
    exitRules: { events: [{ event: 'refunded' }] },
    // More than everybody takes: who would be refused depends on who comes first.
    budgets: BUDGET_KINDS.map((of) => ({ of, most: 1_000_000 })),
    goals: [{ id: 'buy', name: 'buy', events: [{ event: 'order' }], within: { amount: 7, unit: 'day' } }],
  },
  nodes: [
    node('called', 'trigger-audience', { include: ['called'], firing: { kind: 'now' } }),
    node('joined', 'trigger-event', { events: [{ event: 'joined' }] }),
    node('crossed', 'trigger-segment', { on: 'segment-entered', segments: ['movers'] }),
    node('handed', 'trigger-api'),
    // Nobody has the date.
    node('wed', 'trigger-anniversary', {
      date: { kind: 'attribute', attribute: 'wed' },
      include: ['called'],
      around: { kind: 'month' },
      time: '00:00',
    }),
    // Nobody enters twice.
    node('feast', 'trigger-holiday', {
      days: [{ kind: 'monthly', dates: [1, -1] }],
      shift: { kind: 'after', days: 3 },
      include: ['called'],
    }),
    node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 }, order: {} }),
    node('sorry', 'tag-member', { kind: 'add', tags: ['refunded'] }),
    node('cooling', 'wait', { kind: 'duration', duration: { amount: 2, unit: 'hour' } }),
    node('once', 'count-check', once),
    node('twice', 'count-check', once),
    node('city', 'attribute-check', { rule: { field: 'member.city', op: 'eq', value: 'A' } }),
    node('inbox', 'send-inbox', { title: 'Hi {{member.name | "you"}}', body: 'there' }),
    node('level', 'attribute-split', { branches: [isLevel('gold'), isLevel('silver'), isLevel('alone')] }),
    // Whoever is there with others waits for them; one goes by it alone.
    node('gate', 'rate-gate', { amount: 1, unit: 'hour' }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 2, unit: 'hour' } }),
    node('until', 'wait', { kind: 'until', local: '2026-03-02T00:00' }),
    node('order', 'wait', { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 1, unit: 'day' } }),
    node('weekend', 'time-check', { days: 'day-off', hours: { kind: 'between', from: '22:00', to: '06:00' } }),
    node('opens', 'wait', { kind: 'next', days: 'workday', hours: { kind: 'between', from: '01:00', to: '20:00' } }),
    node('born', 'wait', { kind: 'anniversary', attribute: 'born', time: '01:00', pastDue: 'expired' }),
    node('came', 'tag-member', { kind: 'add', tags: ['came'] }),
    node('told', 'notify-team', { text: '{{member.name | "?"}} came', roles: ['operator'] }),
    node('orders', 'set-attribute', { kind: 'add', attribute: 'orders', amount: { kind: 'fixed', number: 1 } }),
    node('listed', 'move-group', { kind: 'join', groups: ['list'] }),
    node('among', 'group-check', { segments: ['called'] }),
    node('ranks', 'group-split', {
      branches: [
        { id: 'called', name: 'called', segments: ['called'] },
        { id: 'list', name: 'list', groups: ['list'] },
      ],
    }),
    node('test', 'ab-test', { arms: [arm('a', false), arm('b', true)] }),
    node('mail', 'send-email', { account: 'main', subject: 'Hi {{member.name | "you"}}', text: 'x' }),
    node('looked', 'event-check', {
      events: [{ event: 'visit' }],
      judge: { kind: 'wait', for: { amount: 2, unit: 'day' } },
    }),
    node('score', 'call-service', {
      ...{ connection: 'crm', path: '/score', data: [{ name: 'level', value: '{{member.level}}' }] },
      answers: [{ from: 'score', as: 'score', type: 'number' }],
    }),
    node('did', 'event-split', { branches: [did('order'), did('visit')] }),
    node('split', 'splitter', { by: 'percent', arms: [share('a'), share('b')] }),
    node('end', 'end', { closesAfter: 1_000_000 }),
    node('broken', 'end'),
  ],
  edges: [
    ['called', 'next', 'gift'],
    ['joined', 'next', 'gift'],
    ['crossed', 'next', 'gift'],
    ['handed', 'next', 'gift'],
    ['wed', 'next', 'gift'],
    ['feast', 'next', 'gift'],
    ['gift', 'granted', 'once'],
    ['once', 'within', 'twice'],
    ['once', 'over', 'broken'],
    ['twice', 'within', 'broken'],
    ['twice', 'over', 'city'],
    ['gift', 'reversed', 'sorry'],
    ['sorry', 'next', 'cooling'],
    ['cooling', 'done', 'end'],
    ['city', 'yes', 'level'],
    ['city', 'no', 'inbox'],
    ['inbox', 'sent', 'level'],
    ['level', 'branch:gold', 'day'],
    ['level', 'branch:silver', 'until'],
    ['level', 'branch:alone', 'gate'],
    ['level', 'else', 'order'],
    ['gate', 'next', 'day'],
    ['day', 'done', 'weekend'],
    ['weekend', 'yes', 'test'],
    ['weekend', 'no', 'test'],
    ['until', 'done', 'opens'],
    ['opens', 'done', 'test'],
    ['order', 'event', 'came'],
    ['order', 'timeout', 'born'],
    ['born', 'done', 'test'],
    ['born', 'expired', 'test'],
    ['came', 'next', 'told'],
    ['told', 'next', 'orders'],
    ['orders', 'next', 'listed'],
    ['listed', 'next', 'among'],
    ['among', 'yes', 'ranks'],
    ['among', 'no', 'ranks'],
    ['ranks', 'branch:called', 'test'],
    ['ranks', 'branch:list', 'test'],
    ['ranks', 'else', 'broken'],
    ['test', 'arm:a', 'mail'],
    ['test', 'control', 'looked'],
    ['mail', 'sent', 'looked'],
    ['mail', 'blocked', 'looked'],
    ['mail', 'failed', 'broken'], // drawn, so that members wait until their message is settled
    ['looked', 'yes', 'score'],
    ['score', 'done', 'split'],
    ['score', 'rejected', 'broken'],
    ['score', 'failed', 'broken'],
    ['split', 'arm:a', 'end'],
    ['split', 'arm:b', 'end'],
    ['looked', 'no', 'did'],
    ['did', 'branch:order', 'end'],
    ['did', 'branch:visit', 'end'],
    ['did', 'else', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
})

/** What the n-th person is and does. */
export function personOf(n: number) {
  const called = n % 5 === 0
  const level = n === 3 ? 'alone' : (['gold', 'silver', 'none'][n % 3] ?? 'none')
  const attributes: JsonObject = {
    called,
    city: n % 2 === 0 ? 'A' : 'B',
    level,
    name: `会员 ${n}`,
    ...(n % 2 === 0 && { born: '1990-03-02' }),
  }
  /** The whole order before it joins, or a part of it later. */
  const returns = called ? undefined : n % 12 === 6 ? ('early' as const) : n % 6 === 1 ? ('late' as const) : undefined
  return {
    called,
    /** It comes into a segment, in place of joining. */
    crosses: !called && returns === undefined && n % 10 === 4,
    attributes,
    orders: n % 3 === 2 && n % 4 < 2,
    visitsEarly: n % 7 === 1,
    visitsLate: n % 7 === 0,
    refunds: n % 4 === 3,
    returns,
    hasAddress: n % 10 !== 9,
  }
}

export type Person = ReturnType<typeof personOf> & { readonly member: MemberId }

/** `people` of every kind, in a workspace where the journey is not published yet. */
export async function peopleOf(w: TestWorkspace, people: number, catcher: Providers) {
  const members = await w.members(Array.from({ length: people }, (_, n) => personOf(n).attributes))
  const persons = members.map((member, n): Person => ({ member, ...personOf(n) }))
  await w.segment('called', { field: 'member.called', op: 'eq', value: true })
  await w.segment('movers', { events: { event: 'moved' } })
  await w.group('list')
  await w.query("INSERT INTO account (tenant_id, key, channel, settings) VALUES ($1, 'main', 'email', $2)", [
    w.tenant,
    {
      ...{ host: catcher.host, port: catcher.port, security: 'none', unsubscribe: 'https://example.com/u' },
      from: { name: '小店', address: 'shop@example.com' },
    },
  ])
  const crm = { key: 'crm', name: 'crm', url: catcher.service.url, timeoutSeconds: 30 }
  await w.engine.store.withDb(w.tenant, (tx) => saveConnection(tx, w.engine.senders.box, crm, 'test'))
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

/** How many live members stand at these nodes. */
async function standing(w: TestWorkspace, nodes: readonly string[]): Promise<number> {
  const rows = await w.query<{ version_id: Published['version']; node: number; n: number }>(
    'SELECT version_id, node, count(*)::int AS n FROM token WHERE NOT failed GROUP BY 1, 2',
  )
  let sum = 0
  for (const { version_id, node, n } of rows) {
    const plan = await w.plan(version_id)
    if (nodes.includes(plan.nodes[node]?.id ?? '')) sum += n
  }
  return sum
}

/** Until nobody stands at these nodes, nor waits for a message or a call; `stuck` is called where that takes long. */
async function passed(w: TestWorkspace, nodes: readonly string[], stuck: () => Promise<void>): Promise<void> {
  let looks = 0
  await eventually(
    async () => {
      const left = await standing(w, [...nodes, 'mail', 'score'])
      if (left > 0 && ++looks % 100 === 0) await stuck()
      return left === 0
    },
    `everybody is past ${nodes.join(', ')} and mail`,
  )
}

/**
 * Takes everybody through the published journey, whoever drives it: joins, comes into a segment, orders, visits, winds; answers what happened, in
 * order. `slice` people join at once. Every part, of which `before` hears, gives the driver something to do, and is over
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
  const joining = of((p) => !p.called)
  const crossers = new Set(of((p) => p.crosses))
  let standingNow = persons.length - joining.length
  const early = of((p) => p.returns === 'early')
  await happens(postAll(w, early, 'order refunded', refundOf(10)))
  for (let i = 0; i < joining.length; i += slice) {
    const now = joining.slice(i, i + slice)
    standingNow += now.length
    before?.()
    const crossing = now.filter((member) => crossers.has(member))
    await happens(postAll(w, crossing, 'moved'))
    const others = now.filter((member) => !crossers.has(member))
    await happens(postAll(w, others, 'joined', orderOf))
    await eventually(async () => (await standing(w, WAITS)) === standingNow, `${standingNow} wait`)
  }
  const visiting = of((p) => p.visitsEarly)
  await happens(postAll(w, visiting, 'visit'))
  const ordering = of((p) => p.orders)
  let waiting = persons.length
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
  await passed(w, WAITS, stuck)
  before?.()
  const late = of((p) => p.visitsLate)
  await happens(postAll(w, late, 'visit'))
  await eventually(async () => (await w.query('SELECT FROM stimulus')).length === 0, 'their visits are heard')
  await passed(w, [], stuck)
  before?.()
  const refunding = of((p) => p.refunds)
  await happens(postAll(w, refunding, 'refunded'))
  before?.()
  await happens(wind(w, 3 * DAY))
  const over = async () => {
    const { completed = 0, exited = 0 } = await w.states()
    return completed + exited === persons.length + returning.length
  }
  await eventually(over, 'everybody is done')
  return course
}
