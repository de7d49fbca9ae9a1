import { pickShare, stickyChance } from '../core/chance.ts'
import type { MemberId } from '../core/ids.ts'
import { planOf } from '../runtime/engine.ts'
import { reconcile } from '../runtime/reconcile.ts'
import { storeEvents } from '../runtime/unit-of-work.ts'
import { eventually, insist } from './eventually.ts'
import type { MailCatcher } from './mail-catcher.ts'
import type { TestWorkspace } from './workspace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WAITS = ['day', 'until', 'order']

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const arm = (id: string, control: boolean) => ({ id, name: id, percent: 50, control })
const isLevel = (value: string) => ({ id: value, name: value, rule: { field: 'member.level', op: 'eq', value } })

/** A journey with every node type there is (the conformance suite sees to that), and every kind of wait. */
export const wholeJourney = (shards: number | 'per-member') => ({
  schema: 1,
  key: 'whole',
  name: 'whole',
  settings: { shards, zone: 'UTC' },
  nodes: [
    node('called', 'trigger-audience', { include: ['called'], firing: { kind: 'now' } }),
    node('joined', 'trigger-event', { events: [{ event: 'joined' }] }),
    node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 } }),
    node('city', 'attribute-check', { rule: { field: 'member.city', op: 'eq', value: 'A' } }),
    node('inbox', 'send-inbox', { title: 'Hi {{member.name | "you"}}', body: 'there' }),
    node('level', 'attribute-split', { branches: [isLevel('gold'), isLevel('silver')] }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 2, unit: 'hour' } }),
    node('until', 'wait', { kind: 'until', local: '2026-03-02T00:00' }),
    node('order', 'wait', { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 1, unit: 'day' } }),
    node('came', 'tag-member', { kind: 'add', tags: ['came'] }),
    node('test', 'ab-test', { arms: [arm('a', false), arm('b', true)] }),
    node('mail', 'send-email', { account: 'main', subject: 'Hi {{member.name | "you"}}', text: 'x' }),
    node('looked', 'event-check', {
      events: [{ event: 'visit' }],
      judge: { kind: 'wait', for: { amount: 2, unit: 'day' } },
    }),
    node('end', 'end'),
    node('broken', 'end'),
  ],
  edges: [
    ['called', 'next', 'gift'],
    ['joined', 'next', 'gift'],
    ['gift', 'granted', 'city'],
    ['city', 'yes', 'level'],
    ['city', 'no', 'inbox'],
    ['inbox', 'sent', 'level'],
    ['level', 'branch:gold', 'day'],
    ['level', 'branch:silver', 'until'],
    ['level', 'else', 'order'],
    ['day', 'done', 'test'],
    ['until', 'done', 'test'],
    ['order', 'event', 'came'],
    ['order', 'timeout', 'test'],
    ['came', 'next', 'test'],
    ['test', 'arm:a', 'mail'],
    ['test', 'control', 'looked'],
    ['mail', 'sent', 'looked'],
    ['mail', 'blocked', 'looked'],
    ['mail', 'failed', 'broken'], // drawn, so that members wait until their message is settled
    ['looked', 'yes', 'end'],
    ['looked', 'no', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
})

/** What the n-th person is and does. */
const personOf = (n: number) => ({
  called: n % 5 === 0,
  city: n % 2 === 0 ? 'A' : 'B',
  level: ['gold', 'silver', 'none'][n % 3] ?? 'none',
  orders: n % 3 === 2 && n % 4 < 2,
  visitsEarly: n % 7 === 1,
  visitsLate: n % 7 === 0,
  hasAddress: n % 10 !== 9,
})

/** `people` of every kind, in a workspace where the journey is not published yet. */
export async function peopleOf(w: TestWorkspace, people: number, catcher: MailCatcher) {
  const members = await w.members(
    Array.from({ length: people }, (_, n) => {
      const { called, city, level } = personOf(n)
      return { called, city, level, name: `会员 ${n}` }
    }),
  )
  const persons = members.map((member, n) => ({ member, ...personOf(n) }))
  await w.segment('called', { field: 'member.called', op: 'eq', value: true })
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
  return persons
}

type Person = Awaited<ReturnType<typeof peopleOf>>[number]

/** The way each person must go, in the words of `paths()`. */
export function expectedPaths(persons: readonly Person[], journey: number): Record<number, string> {
  const pathOf = ({ member, called, city, level, orders, visitsEarly, visitsLate, hasAddress }: Person) => [
    called ? 'called:next' : 'joined:next',
    'gift:granted',
    ...(city === 'A' ? ['city:yes'] : ['city:no', 'inbox:sent']),
    ...(level === 'gold' ? ['level:branch:gold', 'day:done'] : []),
    ...(level === 'silver' ? ['level:branch:silver', 'until:done'] : []),
    ...(level === 'none' ? ['level:else', ...(orders ? ['order:event', 'came:next'] : ['order:timeout'])] : []),
    ...(pickShare(stickyChance(`${member}/${journey}/test/`), [50, 50]) === 0
      ? ['test:arm:a', hasAddress ? 'mail:sent' : 'mail:blocked']
      : ['test:control']),
    visitsEarly || visitsLate ? 'looked:yes' : 'looked:no',
    'end:ended',
  ]
  return Object.fromEntries(persons.map((p) => [p.member, pathOf(p).join(' ')]))
}

/** Posts an event of each of these members, in one transaction; the same again where nobody knows whether it was stored. */
async function postAll(w: TestWorkspace, members: readonly MemberId[], name: string): Promise<void> {
  const events = members.map((member) => ({
    ...{ member, name, at: w.now, properties: {}, messageId: `${name}/${member}` },
  }))
  await insist(() => w.engine.store.inTenant(w.tenant, (tx) => storeEvents(w.engine, tx, events)))
}

/** How many live members stand at these nodes. */
async function standing(w: TestWorkspace, nodes: readonly string[]): Promise<number> {
  const rows = await w.query<{ version_id: Parameters<typeof planOf>[2]; node: number; n: number }>(
    'SELECT version_id, node, count(*)::int AS n FROM token WHERE NOT failed GROUP BY 1, 2',
  )
  let sum = 0
  for (const { version_id, node, n } of rows) {
    const plan = await w.engine.store.inTenant(w.tenant, (tx) => planOf(w.engine, tx, version_id))
    if (nodes.includes(plan.nodes[node]?.id ?? '')) sum += n
  }
  return sum
}

/** Until nobody stands at these nodes, nor waits for a message; what a dead process was sending is settled by the clock. */
async function passed(w: TestWorkspace, nodes: readonly string[]): Promise<void> {
  let looks = 0
  await eventually(
    async () => {
      const left = await standing(w, [...nodes, 'mail'])
      if (left > 0 && ++looks % 100 === 0) await wind(w, 130_000)
      return left === 0
    },
    `everybody is past ${nodes.join(', ')} and mail`,
  )
}

async function wind(w: TestWorkspace, ms: number): Promise<void> {
  const to = w.now + ms
  await insist(() => w.windOnly(to))
  await insist(() => reconcile(w.engine.store))
}

/**
 * Takes everybody through the published journey, whoever drives it: joins, orders, visits, winds. `slice` people join at once.
 * Every part, of which `before` hears, gives the driver something to do, and is over before the next begins.
 */
export async function live(
  w: TestWorkspace,
  persons: readonly Person[],
  slice: number,
  before: () => void = () => {},
): Promise<void> {
  const of = (which: (p: Person) => boolean) => persons.filter(which).map((p) => p.member)
  const joining = of((p) => !p.called)
  let standingNow = persons.length - joining.length
  for (let i = 0; i < joining.length; i += slice) {
    const now = joining.slice(i, i + slice)
    standingNow += now.length
    before()
    await postAll(w, now, 'joined')
    await eventually(async () => (await standing(w, WAITS)) === standingNow, `${standingNow} wait`)
  }
  await postAll(
    w,
    of((p) => p.visitsEarly),
    'visit',
  )
  const ordering = of((p) => p.orders)
  let waiting = persons.length
  for (let i = 0; i < ordering.length; i += slice) {
    const now = ordering.slice(i, i + slice)
    waiting -= now.length
    before()
    await postAll(w, now, 'order')
    await eventually(async () => (await standing(w, WAITS)) === waiting, `${now.length} have ordered`)
  }
  await passed(w, [])
  before()
  await wind(w, 3 * HOUR)
  await passed(w, ['day'])
  before()
  await wind(w, DAY)
  await passed(w, WAITS)
  before()
  await postAll(
    w,
    of((p) => p.visitsLate),
    'visit',
  )
  before()
  await wind(w, 3 * DAY)
  await eventually(async () => (await w.states()).completed === persons.length, 'everybody is done')
}
