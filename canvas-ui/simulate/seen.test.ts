import { describe, expect, it, vi } from 'vitest'
import orderThanks from '../../engine/cli/demo/order-thanks.journey.json'
import { compile } from '../../engine/core/journey/compile.ts'
import { JourneyDocument } from '../../engine/core/journey/document.ts'
import { bindPlan } from '../../engine/core/journey/plan.ts'
import { askedBy, eventsHeardBy } from '../../engine/core/simulate/asked.ts'
import { stranger } from '../../engine/core/simulate/person.ts'
import { simulate } from '../../engine/core/simulate/simulate.ts'
import { localDateTime } from '../../engine/core/time/zone.ts'
import { registry } from '../../nodes/definitions.ts'
import { seenOf } from './seen.ts'

// The reader's language is looked up as texts are imported; here each call names one.
vi.stubGlobal('localStorage', { getItem: () => 'zh-CN' })
vi.stubGlobal('document', { documentElement: {} })
const { stepsOf } = await import('./told-words.ts')

const drawn = JourneyDocument.parse(orderThanks)
const { plan } = compile(drawn, registry, { zone: 'Asia/Shanghai', exists: () => true })
if (!plan) throw new Error('the demo does not compile')
const bound = bindPlan(plan, registry)

const person = { ...stranger(1), attributes: { name: '安娜' } }
const startsAt = Date.parse('2026-03-02T02:00:00Z')
const posted = { do: 'post', at: startsAt, event: 'order completed', properties: { amount: 299 } } as const
const { story, nextAt } = simulate(bound, { person, startsAt, happenings: [posted] })
const seen = (count: number) => seenOf(drawn, { person, startsAt }, story, count)

describe('what is seen of a simulated journey', () => {
  it('is nothing but the person before anything was told', () => {
    expect(seen(0)).toEqual({ at: startsAt, person, tokens: [], trail: [] })
  })

  it('shows the person go from node to node along the edges, and what they got by then', () => {
    const places = story.map((_, i) => seen(i + 1).tokens[0]?.node)
    expect(places.filter((place, i) => place !== undefined && place !== places[i - 1])).toEqual([
      ...['order', 'big', 'points', 'thanks', 'again'],
    ])
    expect(seen(story.length)).toMatchObject({
      tokens: [{ node: 'again', state: 'waiting', link: 'thanks sent again' }],
      trail: ['order next big', 'big yes points', 'points granted thanks', 'thanks sent again'],
      person: { points: { spendable: 598 } },
    })
  })

  it('takes the person off the canvas once the journey is over', () => {
    const ended = simulate(bound, { person, startsAt, happenings: [posted, { do: 'wait', at: nextAt ?? 0 }] }).story
    expect(seenOf(drawn, { person, startsAt }, ended, ended.length).tokens).toEqual([])
  })

  it.each([
    [
      'zh-CN',
      [
        '发生「order completed」',
        '下单 → 进入',
        '满 200 元 → 是',
        '双倍积分 → 已发放',
        '感谢信 → 已发出',
        '等再次下单 → 在这里等待',
      ],
      ['站内信「谢谢安娜」', '已放进会员的收件箱。', '10:01 唤醒，或由「order completed」提前唤醒。'],
    ],
    [
      'en',
      [
        'Does “order completed”',
        '下单 → Enters',
        '满 200 元 → Yes',
        '双倍积分 → Granted',
        '感谢信 → Sent',
        '等再次下单 → Waits here',
      ],
      ['Inbox “谢谢安娜”', 'Put into the member’s inbox.', 'Wakes 10:01, or sooner by “order completed”.'],
    ],
  ] as const)('is told in %s, a step for each visit, with why', (language, titles, last) => {
    const time = (at: number | string) => localDateTime(new Date(at).getTime(), 'Asia/Shanghai').slice(11)
    const steps = stepsOf(story, drawn, { language, time })
    expect(steps.map(({ lines }) => [lines[0]?.title, lines.at(-1)?.outcome].filter(Boolean).join(' → '))).toEqual(
      titles,
    )
    expect(steps.flatMap(({ lines }) => lines.map(({ text }) => text)).slice(-3)).toEqual(last)
  })
})

describe('what a journey asks for', () => {
  it('is listed once, so that a person can be made up', () => {
    expect(askedBy(bound)).toEqual({
      ...{ attributes: ['name'], tags: [], sets: [], points: [], counters: [], replies: [], draws: false, budgets: [] },
      channels: [{ channel: 'inbox', purposes: ['service'] }],
    })
    expect(eventsHeardBy(bound)).toEqual(['order completed', 'unsubscribed'])
  })
})
