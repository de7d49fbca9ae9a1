import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whyNotWords } from '../../engine/core/explain/why-not.locale.ts'
import type { MemberId } from '../../engine/core/ids.ts'
import { forecast } from '../../engine/runtime/forecast/forecast.ts'
import { whyNotIn } from '../../engine/runtime/why-not.ts'
import {
  at,
  type FestiveWorkspace,
  festive,
  festiveWorkspace,
  holiday,
  occasion,
  off,
} from '../../engine/testing/festivals.ts'

let w: FestiveWorkspace
let ann: MemberId
let cat: MemberId
beforeEach(async () => {
  w = await festiveWorkspace('2026-12-20T00:00')
  ;[ann, cat] = (await w.members([{ name: 'ann' }, { name: 'cat', staff: true }])) as [MemberId, MemberId] // two were made
})
afterEach(() => w.close())

describe('a forecast of a trigger by holidays', () => {
  /** The days on which it lets in, with how many. */
  const days = async (document: object, ahead = 30) => {
    const found = await w.engine.store.withDb(w.tenant, (tx) =>
      forecast(w.engine, tx, 'feast', { days: ahead, document }),
    )
    expect(found.unforetold).toEqual([])
    return found.days.flatMap(({ day, entered }) => (entered > 0 ? [`${day} ${entered}`] : []))
  }

  it('lets its audience in on each of its days, and nobody whom it excludes', async () => {
    const both = [occasion('christmas'), holiday('new-year')]
    await w.publish(festive([occasion('christmas')]))
    expect(await days(festive(both, { exclude: ['staff'] }))).toEqual(['2026-12-25 1', '2027-01-01 1'])
    expect(await days(festive(both, { take: 'new' }))).toEqual(['2026-12-25 2'])
    expect(await days(festive(both, {}, { reentry: { rule: 'never' } }))).toEqual(['2026-12-25 2'])
    expect(await days(festive(both, { shift: { kind: 'before', days: 3 } }))).toEqual(['2026-12-22 2', '2026-12-29 2'])
  })

  it('goes by the workspace’s holidays, and knows for which it has had a run', async () => {
    const journey = festive([holiday('spring-festival', 'first-workday')])
    await w.publish(journey)
    await w.wind(at('2027-01-20T00:00'))
    expect(await days(journey)).toEqual(['2027-02-06 2'])
    await w.write([2027], off('春节', '2027-02-05', '2027-02-08'))
    expect(await days(journey)).toEqual(['2027-02-09 2'])
    await w.wind(at('2027-02-09T12:00'))
    await w.write([2027], off('春节', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'))
    expect(await days(journey)).toEqual([])
  })
})

describe('why somebody is not in a journey by holidays', () => {
  const why = async (member: MemberId) => {
    const [answer] = await w.engine.store.inTenant(w.tenant, (tx) => whyNotIn(w.engine, tx, member))
    const wording = { time: (ms: number) => new Date(ms).toISOString().slice(0, 10), distance: () => '' }
    return answer && (['zh-CN', 'en'] as const).map((language) => whyNotWords(answer.because, { ...wording, language }))
  }

  it('is that the day is still to come, and then that they were not in its audience', async () => {
    await w.publish(festive([occasion('christmas')], { exclude: ['staff'] }, { reentry: { rule: 'never' } }))
    expect(await why(cat)).toEqual(['2026-12-25 才定向。', 'The audience is taken 2026-12-25.'])
    await w.wind(at('2026-12-26T00:00'))
    expect(await why(cat)).toEqual([
      '2026-12-25 定向时不在人群。现在在排除人群「staff」里。',
      'Not in the audience taken 2026-12-25. Is in the excluded “staff” now.',
    ])
    expect((await why(ann))?.[1]).toMatch(/has left/)
  })

  it('is that the journey let them in once before, where it lets in once', async () => {
    await w.publish(festive([occasion('christmas'), holiday('new-year')], {}, { reentry: { rule: 'never' } }))
    await w.wind(at('2027-01-02T00:00'))
    expect((await why(ann))?.[1]).toBe(
      'The audience taken 2027-01-01 did not let the member in: a member enters once, and did.',
    )
  })
})
