import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { line, node, planOf, play, post, START, wait } from '../../testing/simulated.ts'
import { compile } from '../journey/compile.ts'
import { bindPlan } from '../journey/plan.ts'
import { MESSAGE_SETTLED } from '../lifecycles/message.ts'
import type { Happening } from './story.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const ordered = node('start', 'trigger-event', { events: [{ event: 'ordered' }] })
const rated = node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 } })

describe('a simulated journey', () => {
  it('takes the demo’s first journey from the event to the deadline, with what it gives and why', () => {
    const text = readFileSync(new URL('../../cli/demo/order-thanks.journey.json', import.meta.url), 'utf8')
    const { plan } = compile(JSON.parse(text), registry, { zone: 'Asia/Shanghai', exists: () => true })
    if (!plan) throw new Error('the demo does not compile')
    const bound = bindPlan(plan, registry)
    const first = play(bound, [post(0, 'order completed', { amount: 299 })], { attributes: { name: '安娜' } })
    expect(first.story.filter((told) => told.kind === 'did').map((told) => told.deed)).toContainEqual({
      ...{ do: 'points', account: 'spendable', amount: 598 },
    })
    expect(first.person.points.spendable).toBe(598)
    const next = first.nextAt ?? 0
    expect(
      play(bound, [post(0, 'order completed', { amount: 299 }), { do: 'wait', at: next }]).story.at(-1)?.kind,
    ).toBe('completed')
  })

  const waiting = planOf(
    [
      ordered,
      node('again', 'wait', { kind: 'event', events: [{ event: 'ordered' }], timeout: { amount: 1, unit: 'day' } }),
    ],
    [['start', 'next', 'again']],
  )

  it('keeps every due time to the millisecond, however far the clock is wound', () => {
    const { story, now, nextAt } = play(waiting, [post(0, 'ordered'), wait(30 * DAY)])
    expect(line(story)).toBe('+start start:next @again again:timeout .')
    expect(story.find((told) => told.kind === 'left' && told.node === 'again')?.at).toBe(START + DAY)
    expect([now, nextAt]).toEqual([START + 30 * DAY, null])
  })

  it('does not let an event end the wait of the entry that it began', () => {
    expect(line(play(waiting, [post(0, 'ordered')]).story)).toBe('+start start:next @again')
    expect(line(play(waiting, [post(0, 'ordered'), post(1, 'ordered')]).story)).toBe(
      '+start start:next @again again:event . !already-entered',
    )
  })

  it('is too late with an event at the deadline', () => {
    expect(line(play(waiting, [post(0, 'ordered'), post(DAY, 'ordered')]).story)).toContain('again:timeout')
    expect(line(play(waiting, [post(0, 'ordered'), post(DAY - 1, 'ordered')]).story)).toContain('again:event')
  })

  it('says of an event that nobody asks for that it was not heard', () => {
    expect(line(play(waiting, [post(0, 'visited')]).story)).toBe('?')
  })

  const leaving = (exitRules: object, more: object = {}) =>
    planOf(
      [
        ordered,
        node('tag', 'tag-member', { kind: 'add', tags: ['new'] }),
        node('again', 'wait', { kind: 'event', events: [{ event: 'ordered' }], timeout: { amount: 1, unit: 'day' } }),
      ],
      [
        ['start', 'next', 'tag'],
        ['tag', 'next', 'again'],
      ],
      { exitRules, ...more },
    )

  it('takes out by an event before any wait hears of it, and lets it begin the next entry', () => {
    const plan = leaving({ events: [{ event: 'ordered' }] }, { reentry: { rule: 'after-leaving' } })
    expect(line(play(plan, [post(0, 'ordered'), post(1, 'ordered')]).story)).toBe(
      '+start start:next tag:next @again exit@again +start start:next tag:next @again',
    )
  })

  it('takes out once its own effects make the exit rule hold, and at entry where it holds', () => {
    const plan = leaving({ member: { field: 'tags', op: 'has', value: 'new' } })
    expect(line(play(plan, [post(0, 'ordered')]).story)).toBe('+start start:next tag:next exit@again')
    expect(line(play(plan, [post(0, 'ordered')], { tags: { new: null } }).story)).toBe('+start exit@start')
  })

  it('takes out whoever failed', () => {
    const plan = planOf([ordered, rated], [['start', 'next', 'gift']], {
      exitRules: { events: [{ event: 'refunded' }] },
    })
    const { story } = play(plan, [post(0, 'ordered', { amount: 'many' }), post(1, 'refunded')])
    expect(story.at(-1)).toMatchObject({ kind: 'out', node: 'gift', way: 'exit' })
  })

  const buy = (leave: boolean) => ({
    ...{ id: 'buy', name: 'buy', events: [{ event: 'ordered' }], within: { amount: 2, unit: 'day' } },
    leave,
  })

  it('tells of a goal once, also after the end, and not once its window is over', () => {
    const plan = leaving({}, { goals: [buy(false)] })
    const posts = [post(0, 'ordered'), wait(DAY), post(DAY + 1, 'ordered'), post(DAY + 2, 'ordered')]
    expect(line(play(plan, posts).story)).toContain('again:timeout . *buy !already-entered')
    expect(line(play(plan, [post(0, 'ordered'), post(2 * DAY, 'ordered')]).story)).not.toContain('*')
  })

  it('begins again by the goal that it reached, which is told with its properties', () => {
    const filter = { field: 'event.goal', op: 'eq', value: 'buy' }
    const thanks = node('thanks', 'trigger-event', { events: [{ event: 'journey goal reached', filter }] })
    const plan = planOf(
      [ordered, thanks, node('end', 'end')],
      [
        ['start', 'next', 'end'],
        ['thanks', 'next', 'end'],
      ],
      {
        goals: [buy(false)],
        reentry: { rule: 'any-time' },
      },
    )
    const { story } = play(plan, [post(0, 'ordered'), post(1, 'ordered')])
    expect(line(story)).toContain('*buy +start start:next end:ended . +thanks thanks:next end:ended .')
    expect(story.find((told) => told.kind === 'event' && told.raised)).toMatchObject({
      properties: { goal: 'buy', name: 'buy', primary: true },
    })
  })

  it('leaves at a goal that is set to, before an exit of the same event', () => {
    const plan = leaving({ events: [{ event: 'ordered' }] }, { goals: [buy(true)] })
    expect(line(play(plan, [post(0, 'ordered'), post(1, 'ordered')]).story)).toContain('@again *buy goal@again')
  })

  it('says of somebody in the holdout that they are held out', () => {
    const plan = leaving({}, { holdout: 50, goals: [buy(false)] })
    const told = Array.from({ length: 20 }, (_, member) =>
      line(play(plan, [post(0, 'ordered')], { member: member + 1 }).story),
    )
    expect(new Set(told)).toEqual(new Set(['!held-out', '+start start:next tag:next @again']))
  })

  it('follows the re-entry rule', () => {
    const plan = planOf([ordered, node('end', 'end')], [['start', 'next', 'end']], {
      reentry: { rule: 'after-leaving', limit: { entries: 2, within: { amount: 1, unit: 'day' } } },
    })
    const posts = [0, 1, 2, DAY + 1].map((at) => post(at, 'ordered'))
    expect(line(play(plan, posts).story)).toBe(
      '+start start:next end:ended . +start start:next end:ended . !too-many-entries +start start:next end:ended .',
    )
  })

  it.each([
    ['member', { member: { field: 'tags', op: 'has', value: 'vip' } }, '!member-filter'],
    [
      'filter of the event',
      { events: [{ event: 'ordered', filter: { field: 'event.amount', op: 'gt', value: 9 } }] },
      '?',
    ],
  ])('lets nobody in whom the trigger’s %s does not fit', (_, settings, told) => {
    const plan = planOf(
      [{ ...ordered, settings: { ...ordered.settings, ...settings } }, node('end', 'end')],
      [['start', 'next', 'end']],
    )
    expect(line(play(plan, [post(0, 'ordered', { amount: 1 })]).story)).toBe(told)
    expect(line(play(plan, [post(0, 'ordered', { amount: 10 })], { tags: { vip: null } }).story)).toMatch(/\.$/)
  })

  it('enters once for each value of the property that a trigger dedupes by', () => {
    const plan = planOf(
      [node('start', 'trigger-event', { events: [{ event: 'ordered' }], dedupe: 'event.id' }), node('end', 'end')],
      [['start', 'next', 'end']],
      { reentry: { rule: 'any-time' } },
    )
    const posts = ['a', 'a', 'b'].map((value, at) => post(at, 'ordered', { id: value }))
    expect(line(play(plan, posts).story).match(/\+|!/g)?.join('')).toBe('+!+')
  })

  it('lets an audience’s run in at the clock, and nobody outside the window', () => {
    const plan = planOf(
      [node('run', 'trigger-audience', { include: ['all'], firing: { kind: 'now' } }), node('end', 'end')],
      [['run', 'next', 'end']],
      { window: { until: '2026-03-02T03:00:00Z' } },
    )
    const run = (at: number): Happening => ({ do: 'run', at: START + at, node: 'run' })
    expect(line(play(plan, [run(0)]).story)).toBe('+run run:next end:ended .')
    expect(line(play(plan, [run(HOUR)]).story)).toBe('!outside-window')
  })

  const mail = planOf(
    [
      ordered,
      node('mail', 'send-email', { account: 'main', subject: 'Hi {{member.name}}', text: 'x' }),
      node('end', 'end'),
    ],
    [
      ['start', 'next', 'mail'],
      ['mail', 'sent', 'end'],
    ],
  )

  it('sends mail that arrives at once, fails, or is not sent, as is said of the person', () => {
    const named = { attributes: { name: 'Ann' } }
    const arrived = play(mail, [post(0, 'ordered')], named)
    expect(line(arrived.story)).toBe('+start start:next mail:sent end:ended .')
    expect(arrived.story).toContainEqual(
      expect.objectContaining({ kind: 'event', name: MESSAGE_SETTLED, raised: true }),
    )
    expect(arrived.story).toContainEqual(
      expect.objectContaining({ deed: { do: 'message', channel: 'email', title: 'Hi Ann', text: 'x' } }),
    )
    const told = (delivery: 'fails' | 'opted-out') =>
      line(play(mail, [post(0, 'ordered')], { ...named, reach: { 'email/marketing': delivery } }).story)
    expect(told('fails')).toContain('mail:failed')
    expect(told('opted-out')).toContain('mail:blocked')
    expect(line(play(mail, [post(0, 'ordered')]).story)).toContain('mail:blocked')
  })

  it('changes the person as effects do, so that later nodes see it', () => {
    const plan = planOf(
      [
        ordered,
        node('tag', 'tag-member', { kind: 'add', tags: ['new'], expiresAfter: { amount: 1, unit: 'hour' } }),
        node('gift', 'grant-points', { amount: { kind: 'fixed', points: 7 } }),
        node('rich', 'attribute-check', { rule: { field: 'points.spendable', op: 'gte', value: 7 } }),
        node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'hour' } }),
        node('tagged', 'attribute-check', { rule: { field: 'tags', op: 'has', value: 'new' } }),
        node('end', 'end'),
      ],
      [
        ['start', 'next', 'tag'],
        ['tag', 'next', 'gift'],
        ['gift', 'granted', 'rich'],
        ['rich', 'yes', 'day'],
        ['rich', 'no', 'end'],
        ['day', 'done', 'tagged'],
        ['tagged', 'yes', 'end'],
        ['tagged', 'no', 'end'],
      ],
    )
    const { story } = play(plan, [post(0, 'ordered'), wait(2 * HOUR)])
    expect(line(story)).toContain('rich:yes @day day:done tagged:no')
  })

  it('fails where a node throws, and says at what', () => {
    const plan = planOf([ordered, rated], [['start', 'next', 'gift']])
    const { story, nextAt } = play(plan, [post(0, 'ordered', { amount: 'many' }), wait(DAY)])
    expect(story.at(-1)).toMatchObject({
      kind: 'failed',
      node: 'gift',
      detail: expect.stringContaining('event.amount'),
    })
    expect(nextAt).toBeNull()
  })

  it('counts what the person did before in a window that reaches back', () => {
    const plan = planOf(
      [
        ordered,
        node('often', 'event-check', {
          ...{ events: [{ event: 'ordered' }], atLeast: 2 },
          window: { kind: 'last', duration: { amount: 1, unit: 'day' } },
        }),
        node('end', 'end'),
      ],
      [
        ['start', 'next', 'often'],
        ['often', 'yes', 'end'],
        ['often', 'no', 'end'],
      ],
    )
    const before = (at: number) => ({ events: [{ name: 'ordered', at: START - at, properties: {} }] })
    expect(line(play(plan, [post(0, 'ordered')], before(HOUR)).story)).toContain('often:yes')
    expect(line(play(plan, [post(0, 'ordered')], before(2 * DAY)).story)).toContain('often:no')
  })

  it('plays a script the same every time, and refuses one that goes back in time', () => {
    const happenings = [post(0, 'ordered'), wait(DAY)]
    expect(play(waiting, happenings)).toEqual(play(waiting, happenings))
    expect(() => play(waiting, [wait(DAY), wait(0)])).toThrow('time goes forward only')
  })
})
