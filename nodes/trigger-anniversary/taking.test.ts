import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whyNotWords } from '../../engine/core/explain/why-not.locale.ts'
import type { MemberId } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { whyNotIn } from '../../engine/runtime/why-not.ts'
import { line, node, planOf, play, wait } from '../../engine/testing/simulated.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const DAY = 86_400_000
const birthday = (more: object = {}) => ({
  date: { kind: 'attribute', attribute: 'birthday' },
  include: ['all'],
  ...more,
})

describe('why somebody is not in a journey by their birthday', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    await w.segment('all', { all: [] })
    await w.segment('staff', { field: 'member.staff', op: 'eq', value: true })
  })
  afterEach(() => w.close())

  const publish = (settings: object = {}, rule = 'any-time') =>
    w.publish({
      ...{ schema: 1, key: 'birthdays', name: 'birthdays', settings: { reentry: { rule } } },
      nodes: [node('start', 'trigger-anniversary', birthday(settings)), node('end', 'end')],
      edges: [{ from: 'start', outcome: 'next', to: 'end' }],
    })
  const member = async (attributes: JsonObject) => {
    const made = await w.member(attributes)
    await w.query("UPDATE member SET created_at = '2026-01-01' WHERE id = $1", [made])
    return made
  }
  const why = async (of: MemberId) => {
    const [answer] = await w.engine.store.inTenant(w.tenant, (tx) => whyNotIn(w.engine, tx, of))
    const wording = { time: (at: number) => new Date(at).toISOString().slice(0, 10), distance: () => '' }
    return answer && (['zh-CN', 'en'] as const).map((language) => whyNotWords(answer.because, { ...wording, language }))
  }

  it('is that none is stored, or that it is no date', async () => {
    await publish()
    expect(await why(await member({}))).toEqual([
      '没有「生日」，也就没有纪念日。',
      'It has no “Birthday”: it has no such day.',
    ])
    expect((await why(await member({ birthday: 'spring' })))?.[1]).toBe(
      'Its “Birthday” is no date: it has no such day.',
    )
  })

  it('is that the day is still to come, and whether the audience has them', async () => {
    await publish({ exclude: ['staff'], around: { kind: 'before', days: 7 } })
    expect(await why(await member({ birthday: '1990-05-08' }))).toEqual([
      '「生日」是 1990-05-08。下一次是 2026-05-01。',
      'Its “Birthday” is 1990-05-08. The next is 2026-05-01.',
    ])
    expect((await why(await member({ birthday: '1990-05-08', staff: true })))?.[1]).toBe(
      'Its “Birthday” is 1990-05-08. The next is 2026-05-01. Is in the excluded “staff” now.',
    )
  })

  it('is that it passed while they were not in the audience, or had no date', async () => {
    await publish()
    const late = await member({})
    await w.wind(Date.parse('2026-03-10T00:00Z'))
    await w.query(`UPDATE member SET attributes = '{"birthday": "1990-03-05"}' WHERE id = $1`, [late])
    expect(await why(late)).toEqual([
      '「生日」是 1990-03-05。2026-03-05 那次没有进入：当时不在人群里，或日期是后来才有的。下一次是 2027-03-05。',
      'Its “Birthday” is 1990-03-05. 2026-03-05 did not let it in: it was not in the audience then, or had another date. The next is 2027-03-05.',
    ])
  })

  it('is that they had it this year, whatever their date is now', async () => {
    await publish()
    const ann = await member({ birthday: '1990-03-05' })
    await w.wind(Date.parse('2026-03-10T00:00Z'))
    await w.query(`UPDATE member SET attributes = '{"birthday": "1990-08-05"}' WHERE id = $1`, [ann])
    expect(await why(ann)).toEqual([
      '「生日」是 1990-08-05。2026 年的已在 2026-03-05 进入过。下一次是 2027-08-05。',
      'Its “Birthday” is 1990-08-05. For 2026 it entered 2026-03-05. The next is 2027-08-05.',
    ])
  })

  it('is that they left, where nobody enters twice', async () => {
    await publish({}, 'never')
    const ann = await member({ birthday: '1990-03-05' })
    await w.wind(Date.parse('2026-03-10T00:00Z'))
    expect((await why(ann))?.[1]).toBe('Entered 2026-03-05, and has left.')
  })
})

describe('a birthday in the simulator', () => {
  const plan = (settings: object = {}, reentry = 'any-time') =>
    planOf([node('start', 'trigger-anniversary', birthday(settings)), node('end', 'end')], [['start', 'next', 'end']], {
      reentry: { rule: reentry },
    })
  const told = (settings: object, happenings: Parameters<typeof play>[1], person: object, reentry?: string) => {
    const { story } = play(plan(settings, reentry), happenings, person)
    const entered = story.flatMap(({ at, kind }) => (kind === 'entered' ? [new Date(at).toISOString()] : []))
    return { entered, story: line(story) }
  }
  const born = { attributes: { birthday: '1990-03-05' } }

  it('takes the person in when the clock comes to it, and again the year after', () => {
    expect(told({}, [wait(30 * DAY)], born).entered).toHaveLength(1)
    expect(told({}, [wait(400 * DAY)], born).entered).toHaveLength(2)
    expect(told({}, [wait(400 * DAY)], born, 'never').story).toContain('start')
    expect(told({}, [wait(400 * DAY)], {}).entered).toEqual([])
    expect(play(plan(), [], born).nextAt).toBe(Date.parse(told({}, [wait(30 * DAY)], born).entered[0] ?? ''))
  })

  it('does not take somebody twice for one year, who was taken by hand', () => {
    const by = (at: number) => ({ do: 'run' as const, at: wait(at).at, node: 'start' })
    expect(told({}, [by(0), wait(30 * DAY)], born).entered).toHaveLength(1)
    expect(told({}, [by(0), wait(400 * DAY)], born).entered).toHaveLength(2)
  })

  it('goes by the day of joining, which is the first of the story where nobody said another', () => {
    const joined = { date: { kind: 'joined' } }
    expect(told(joined, [wait(364 * DAY)], {}).entered).toEqual([])
    expect(told(joined, [wait(366 * DAY)], {}).entered).toHaveLength(1)
  })
})
