import { describe, expect, it } from 'vitest'
import { saveHolidays } from '../members/face.ts'
import { ownApi } from '../testing/own-api.ts'

// The workspace's clock stands at 2026-03-01T00:00Z, a Sunday.
const { w, api } = await ownApi()
const { cookie } = await api.person('vera@x.io', 'viewer')

const ask = async (type: string, settings: object, zone = 'Asia/Shanghai') => {
  const answer = await api.app.inject({
    ...{ method: 'POST', url: '/api/w/t/upcoming', headers: { cookie }, payload: { type, settings, zone } },
  })
  return { status: answer.statusCode, ...answer.json() }
}
const audience = (firing: object) => ['trigger-audience', { include: ['everyone'], firing }] as const
const fires = (...times: string[]) => times.map((at) => ({ at, people: null, guessed: false }))
const recurring = (rule: object, more: object = {}) => audience({ kind: 'recurring', time: '10:00', rule, ...more })

describe('the next times', () => {
  it('of a trigger are the next five of its rule, and fewer where it ends', async () => {
    const mondays = { every: 'week', weekdays: ['MO', 'FR'] }
    expect(await ask(...recurring(mondays, { until: '2026-03-09' }))).toMatchObject({
      ...{ status: 200, of: 'fires', zone: 'Asia/Shanghai' },
      times: fires('2026-03-02T02:00:00.000Z', '2026-03-06T02:00:00.000Z', '2026-03-09T02:00:00.000Z'),
    })
    expect((await ask(...recurring({ every: 'day' }))).times).toHaveLength(5)
    expect(await ask(...recurring({ every: 'day' }, { until: '2026-01-01' }))).toMatchObject({ times: [] })
  })

  it('are meant in the zone of the firing, through a change of its clock', async () => {
    const { zone, times } = await ask(...recurring({ every: 'week', weekdays: ['SU'] }, { zone: 'America/New_York' }))
    expect([zone, ...times.slice(0, 2)]).toEqual([
      ...['America/New_York', ...fires('2026-03-01T15:00:00.000Z', '2026-03-08T14:00:00.000Z')],
    ])
  })

  it('of the last workday of a month go by the workspace’s holidays', async () => {
    const { times } = await ask(...recurring({ every: 'month-workday', place: 'last' }))
    expect(times.slice(0, 3)).toEqual(
      fires(...['2026-03-31', '2026-04-30', '2026-05-29'].map((d) => `${d}T02:00:00.000Z`)),
    )
    const september = await ask(...recurring({ every: 'month-workday', place: 'first' }, { from: '2026-10-01' }))
    expect(september.times.slice(0, 1)).toEqual(fires('2026-10-08T02:00:00.000Z'))
  })

  it('say where they stand in for days off that are not known yet', async () => {
    const guesses = async (type: string, settings: object) =>
      (await ask(type, settings)).times.map((t: { at: string; guessed: boolean }) => [t.at.slice(0, 10), t.guessed])
    const last = { kind: 'statutory', holiday: 'national-day', on: 'last-day-off' }
    const ofHolidays = { days: [last], include: ['everyone'] }
    expect((await guesses('trigger-holiday', ofHolidays)).slice(0, 3)).toEqual([
      ['2026-10-07', false],
      ['2027-10-01', true],
      ['2028-10-01', true],
    ])
    const festival = { kind: 'statutory', holiday: 'national-day' }
    const certain = await guesses('trigger-holiday', { ...ofHolidays, days: [last, festival] })
    expect(certain.slice(0, 3)).toEqual([
      ['2026-10-01', false],
      ['2026-10-07', false],
      ['2027-10-01', false],
    ])
    const workdays = { kind: 'recurring', time: '10:00', rule: { every: 'month-workday', place: 'last' } }
    const monthly = await guesses('trigger-audience', {
      include: ['everyone'],
      firing: { ...workdays, from: '2028-11-01' },
    })
    expect(monthly[0]).toEqual(['2028-11-30', true])
    const wait = await guesses('wait', { kind: 'next', days: 'workday', hours: { kind: 'at', at: '10:00' } })
    expect(wait[0]).toEqual(['2026-03-02', false])
  })

  it('of holidays go by the moon and by the workspace’s days off, as they are written', async () => {
    const days = [
      { kind: 'statutory', holiday: 'mid-autumn', on: 'last-day-off' },
      { kind: 'lunar', festival: 'qixi' },
    ]
    const asked = ['trigger-holiday', { days, include: ['everyone'], time: '09:00' }] as const
    const { of, times } = await ask(...asked)
    const next = ['2026-08-19', '2026-09-27', '2027-08-08', '2027-09-15', '2028-08-26']
    expect(of).toBe('fires')
    expect(times.map((time: { at: string }) => time.at)).toEqual(next.map((date) => `${date}T01:00:00.000Z`))
    const own = { date: '2027-09-16', is: 'off', name: '中秋' }
    await w.engine.store.inTenant(w.tenant, (tx) => saveHolidays(tx, { years: [2027], days: [own] }, 'test'))
    const known = (await ask(...asked)).times[3]
    expect([times[3].guessed, known]).toEqual([true, { at: '2027-09-16T01:00:00.000Z', people: null, guessed: false }])
  })

  it('of a wait for days and hours are when it opens', async () => {
    const workdays = { kind: 'next', days: 'workday', hours: { kind: 'between', from: '10:00', to: '20:00' } }
    expect(await ask('wait', workdays)).toMatchObject({
      of: 'openings',
      times: fires(...['02', '03', '04', '05', '06'].map((day) => `2026-03-${day}T02:00:00.000Z`)),
    })
    expect(await ask('wait', { kind: 'until', local: '2026-05-01T10:00' })).toMatchObject({
      times: fires('2026-05-01T02:00:00.000Z'),
    })
  })

  it('of a node without any, of settings that lack something and of an unknown type are refused in words', async () => {
    const refused = { status: 400, detail: expect.stringMatching(/\w+.*\.$/) }
    const wait = { kind: 'duration', duration: { amount: 1, unit: 'day' } }
    expect(await ask('wait', wait)).toMatchObject({ ...refused, code: 'node-without-times' })
    expect(await ask(...recurring({ every: 'week' }))).toMatchObject({ ...refused, code: 'node-incomplete' })
    expect(await ask('no-such', {})).toMatchObject({ ...refused, code: 'node-incomplete' })
    expect(await ask(...recurring({ every: 'day' }), 'Mars/Olympus')).toMatchObject({ status: 400 })
  })
})

describe('the next days of an anniversary', () => {
  it('are those on which somebody’s day is, with how many; none where nobody has one', async () => {
    await w.segment('everyone', { all: [] })
    await w.members([
      { birthday: '1985-09-29' },
      { birthday: '1996-09-27' },
      { birthday: '1990-03-03' },
      { birthday: 'never' },
    ])
    const birthday = (more: object) =>
      ask('trigger-anniversary', { date: { kind: 'attribute', attribute: 'birthday' }, include: ['everyone'], ...more })
    // 八月十五 in 1985 and in 1996.
    const lunar = await birthday({ calendar: 'lunar' })
    expect(lunar).toMatchObject({ status: 200, of: 'people', zone: 'Asia/Shanghai' })
    expect(lunar.times).toContainEqual({ at: '2026-09-25T02:00:00.000Z', people: 2, guessed: false })
    expect((await birthday({})).times[0]).toEqual({ at: '2026-03-03T02:00:00.000Z', people: 1, guessed: false })
    const unknown = await birthday({ date: { kind: 'attribute', attribute: 'wedding' } })
    expect(unknown.times).toEqual([])
  })
})
