import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

type Step = [id: string, type: string, settings?: object]
const journey = (key: string, steps: Step[], edges: [string, string, string][], settings: object = {}) => ({
  schema: 1,
  key,
  name: key,
  settings,
  nodes: steps.map(([id, type, own = {}]) => ({ id, type, version: 1, name: id, settings: own })),
  edges: edges.map(([from, outcome, to]) => ({ from, outcome, to })),
})

/** Order → points → a message → a day → whether they came back within three → end. */
const welcome = (settings: object = {}) =>
  journey(
    'welcome',
    [
      ['start', 'trigger-event', { events: [{ event: 'joined' }] }],
      ['city', 'attribute-check', { rule: { field: 'member.city', op: 'eq', value: '上海' } }],
      ['gift', 'grant-points', { amount: { kind: 'fixed', points: 50 } }],
      ['hello', 'send-inbox', { title: '{{member.name | "你好"}}', body: '欢迎' }],
      ['day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }],
      [
        'back',
        'event-check',
        {
          events: [{ event: 'order' }],
          window: { kind: 'entered' },
          judge: { kind: 'wait', for: { amount: 3, unit: 'day' } },
        },
      ],
      ['vip', 'tag-member', { kind: 'add', tags: ['back'] }],
      ['end', 'end'],
    ],
    [
      ['start', 'next', 'city'],
      ['city', 'yes', 'gift'],
      ['city', 'no', 'hello'],
      ['gift', 'granted', 'hello'],
      ['hello', 'sent', 'day'],
      ['day', 'done', 'back'],
      ['back', 'yes', 'vip'],
      ['back', 'no', 'end'],
      ['vip', 'next', 'end'],
    ],
    settings,
  )

describe('the runtime', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  it.each(['per-member', 3] as const)('takes members through a journey, shards: %s', async (shards) => {
    const published = await w.publish(welcome({ shards }))
    const ann = await w.member({ city: '上海', name: 'Ann' })
    const bo = await w.member({ city: '北京' })
    for (const member of [ann, bo]) await w.post(member, 'joined')
    await w.drain()
    expect(await w.query('SELECT balance FROM point_account')).toEqual([{ balance: 50 }])
    await w.wind(w.now + DAY)
    await w.wind(w.now + HOUR)
    await w.post(ann, 'order', { amount: 12 })
    await w.drain()
    await w.wind(w.now + 3 * DAY)
    expect(await w.paths()).toEqual({
      [ann]: 'start:next city:yes gift:granted hello:sent day:done back:yes vip:next end:ended',
      [bo]: 'start:next city:no hello:sent day:done back:no end:ended',
    })
    expect(await w.states()).toEqual({ completed: 2 })
    const messages = await w.query('SELECT member_id, variables FROM message ORDER BY 1')
    expect(messages).toEqual([
      { member_id: ann, variables: { 'member.name': 'Ann' } },
      { member_id: bo, variables: { 'member.name': '你好' } },
    ])
    expect(await w.query('SELECT member_id, tag FROM member_tag')).toEqual([{ member_id: ann, tag: 'back' }])
    await w.reconcileCounts(published)
  })

  it('leaves a waiting check the moment the answer is certain', async () => {
    await w.publish(welcome())
    const ann = await w.member({ city: '上海' })
    await w.post(ann, 'joined')
    await w.drain()
    await w.wind(w.now + DAY)
    await w.windOnly(w.now + 600_000)
    await w.post(ann, 'order')
    await w.drain()
    const [last] = await w.query<{ at: number }>('SELECT ms(at) AS at FROM trace ORDER BY visit DESC LIMIT 1')
    expect(last?.at).toBe(w.now)
    expect(await w.states()).toEqual({ completed: 1 })
  })

  it('enrols a member once for two events of the same second, and stores a repeated message once', async () => {
    await w.publish(welcome())
    const ann = await w.member({})
    await w.post(ann, 'joined', {}, { messageId: 'm1' })
    expect(await w.post(ann, 'joined', {}, { messageId: 'm1' })).toMatchObject({ stored: 0, repeated: 1, enrolled: 0 })
    expect(await w.post(ann, 'joined', {}, { messageId: 'm2' })).toMatchObject({ stored: 1, repeated: 0, enrolled: 0 })
    expect(await w.query('SELECT count(*)::int AS n FROM enrolment')).toEqual([{ n: 1 }])
    expect(await w.query('SELECT reason FROM refusal')).toEqual([{ reason: 0 }])
  })

  it('lets 64 clients post the first event of one member at once: one enrolment', async () => {
    await w.publish(welcome())
    const ann = await w.member({})
    await Promise.all(Array.from({ length: 64 }, (_, i) => w.post(ann, 'joined', {}, { messageId: `m${i}` })))
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
    expect(await w.query('SELECT count(*)::int AS n FROM message')).toEqual([{ n: 1 }])
  })

  it('runs an audience once, takes only new members the next time, and splits it stickily', async () => {
    const audience = (firing: object) =>
      journey(
        'win-back',
        [
          ['start', 'trigger-audience', { include: ['rich'], firing, take: 'new' }],
          [
            'ab',
            'ab-test',
            {
              arms: [
                { id: 'a', name: 'A', percent: 50 },
                { id: 'c', name: 'C', percent: 50, control: true },
              ],
            },
          ],
          ['gift', 'grant-points', { amount: { kind: 'fixed', points: 10 } }],
          ['end', 'end'],
        ],
        [
          ['start', 'next', 'ab'],
          ['ab', 'arm:a', 'gift'],
          ['ab', 'control', 'end'],
          ['gift', 'granted', 'end'],
        ],
      )
    await w.segment('rich', { field: 'member.spend', op: 'gte', value: 100 })
    await w.members(Array.from({ length: 2_000 }, (_, i) => ({ spend: i % 200 })))
    const daily = { kind: 'recurring', rule: { every: 'day' }, time: '10:00' }
    const published = await w.publish(audience(daily))
    await w.wind(w.now + 11 * HOUR)
    expect(await w.states()).toEqual({ completed: 1_000 })
    const [a] = await w.query<{ n: number }>("SELECT count(*)::int AS n FROM arm WHERE arm = 'a'")
    expect(Math.abs((a?.n ?? 0) - 500)).toBeLessThan(4 * Math.sqrt(250))
    await w.members([{ spend: 500 }])
    await w.wind(w.now + DAY)
    expect(await w.query('SELECT audience, enrolled FROM run ORDER BY id')).toEqual([
      { audience: 1_000, enrolled: 1_000 },
      { audience: 1, enrolled: 1 },
    ])
    await w.reconcileCounts(published)
  })

  it('holds a paused journey, goes on after resume, and ends everybody at stop', async () => {
    const published = await w.publish(welcome())
    const ann = await w.member({})
    const bo = await w.member({})
    await w.post(ann, 'joined')
    await w.drain()
    await w.control('welcome', 'pause')
    await w.post(bo, 'joined')
    await w.wind(w.now + 2 * DAY)
    expect(await w.paths()).toEqual({ [ann]: 'start:next city:no hello:sent' })
    await w.control('welcome', 'resume')
    await w.drain()
    expect(await w.paths()).toEqual({
      [ann]: 'start:next city:no hello:sent day:done',
      [bo]: 'start:next city:no hello:sent',
    })
    expect(await w.control('welcome', 'stop')).toEqual({ state: 'stopping', people: 2 })
    await w.drain()
    expect(await w.states()).toEqual({ stopped: 2 })
    await w.reconcileCounts(published)
    await expect(w.control('welcome', 'pause')).rejects.toThrow('it cannot pause now')
  })

  it('fails a member that makes a node throw alone, and takes it on after a retry', async () => {
    const published = await w.publish(
      journey(
        'rate',
        [
          ['start', 'trigger-event', { events: [{ event: 'order' }] }],
          ['gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 2 } }],
          ['end', 'end'],
        ],
        [
          ['start', 'next', 'gift'],
          ['gift', 'granted', 'end'],
        ],
      ),
    )
    const ann = await w.member({})
    const bo = await w.member({})
    await w.post(ann, 'order', { amount: 'ten' })
    await w.post(bo, 'order', { amount: 10 })
    await w.drain()
    expect(await w.states()).toEqual({ failed: 1, completed: 1 })
    expect(await w.query('SELECT member_id, balance FROM point_account')).toEqual([{ member_id: bo, balance: 20 }])
    await w.reconcileCounts(published)
    await w.query('UPDATE enrolment SET data = \'{"amount": 3}\' WHERE member_id = $1', [ann])
    expect(await w.retry('rate')).toBe(1)
    await w.drain()
    expect(await w.states()).toEqual({ completed: 2 })
    await w.reconcileCounts(published)
  })

  it('isolates a member whose effect the database refuses', async () => {
    const published = await w.publish(welcome({ shards: 1 }))
    const members = await w.members([{ city: '上海' }, { city: '上海' }, { city: '上海' }])
    await w.asOwner(`ALTER TABLE point_account ADD CONSTRAINT broken CHECK (member_id <> ${members[1]})`)
    for (const member of members) await w.post(member, 'joined')
    await w.drain()
    expect(await w.states()).toEqual({ live: 2, failed: 1 })
    expect(await w.query('SELECT member_id FROM point_account ORDER BY 1')).toEqual([
      { member_id: members[0] },
      { member_id: members[2] },
    ])
    const [failed] = await w.query<{ reason: string }>('SELECT reason FROM enrolment WHERE state = 1')
    expect(failed?.reason).toMatch(/^node-threw: .*broken/)
    await w.reconcileCounts(published)
  })

  it('isolates a member whose facts cannot be loaded', async () => {
    const rule = { field: 'points.spendable', op: 'gte', value: 0 }
    const steps: Step[] = [
      ['start', 'trigger-event', { events: [{ event: 'joined' }] }],
      ['rich', 'attribute-check', { rule }],
      ['end', 'end'],
    ]
    const edges: [string, string, string][] = [
      ['start', 'next', 'rich'],
      ['rich', 'yes', 'end'],
      ['rich', 'no', 'end'],
    ]
    const published = await w.publish(journey('points', steps, edges, { shards: 1 }))
    const members = await w.members([{}, {}, {}])
    await w.query('INSERT INTO point_account SELECT $1, m, 0, 5 FROM unnest($2::bigint[]) m', [w.tenant, members])
    await w.asOwner(`CREATE FUNCTION unread(m bigint) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
        IF m = ${members[1]} THEN RAISE 'unreadable'; END IF; RETURN true; END $$;
      CREATE POLICY unread ON point_account AS RESTRICTIVE FOR SELECT USING (unread(member_id))`)
    for (const member of members) await w.post(member, 'joined')
    await w.drain()
    expect(await w.states()).toEqual({ completed: 2, failed: 1 })
    expect(await w.query('SELECT member_id, reason FROM enrolment WHERE state = 1')).toEqual([
      { member_id: members[1], reason: 'node-threw: unreadable' },
    ])
    await w.reconcileCounts(published)
  })

  it('refuses an invalid journey with every problem, and stores nothing', async () => {
    const bad = journey(
      'bad',
      [['start', 'trigger-audience', { include: ['nobody'], firing: { kind: 'now' } }]],
      [['start', 'nope', 'start']],
    )
    await expect(w.publish(bad)).rejects.toThrow(/WM1015[\s\S]*WM1008/)
    expect(await w.query('SELECT count(*)::int AS n FROM journey')).toEqual([{ n: 0 }])
  })
})
