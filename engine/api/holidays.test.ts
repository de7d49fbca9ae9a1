import { describe, expect, it } from 'vitest'
import { isWorkday } from '../core/time/calendar.ts'
import { BUILT_IN_CALENDAR, loadCalendar } from '../members/face.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const [admin, viewer] = [await api.person('admin@x.io', 'admin'), await api.person('viewer@x.io', 'viewer')]

const ask = (method: 'GET' | 'PUT' | 'DELETE', path = '', payload?: object, cookie = admin.cookie) =>
  api.app.inject({
    ...{ method, url: `/api/w/t/holidays${path}`, headers: { cookie } },
    ...(payload ? { payload } : {}),
  })
const day = (date: string, is: 'off' | 'work' = 'off', name = '元旦') => ({ date, is, name })
const newYear = { years: [2027], days: [day('2027-01-01'), day('2027-01-03', 'work')] }
const known = () => w.engine.store.inTenant(w.tenant, (tx) => loadCalendar(tx))

describe('holidays', () => {
  it('that Waymark comes with are those of 2004 to 2026, all days that are moved included', async () => {
    const { years, own, days } = (await ask('GET', '', undefined, viewer.cookie)).json()
    expect([years[0], years.at(-1), years.length, own]).toEqual([2004, 2026, 23, []])
    const of2026 = days.filter(({ date }: { date: string }) => date.startsWith('2026'))
    const those = (is: string) => of2026.filter((one: { is: string }) => one.is === is).length
    expect([those('off'), those('work')]).toEqual([33, 6])
    const workdays = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
    expect(workdays.map((date) => isWorkday(date, BUILT_IN_CALENDAR))).toEqual(workdays.map(() => true))
    expect(['2026-02-16', '2026-10-07'].map((date) => isWorkday(date, BUILT_IN_CALENDAR))).toEqual([false, false])
  })

  it('of a year are put in place of what was known, audited, and forgotten again', async () => {
    expect((await ask('PUT', '', newYear)).json()).toMatchObject({ own: [2027] })
    await ask('PUT', '', { years: [2026], days: [day('2026-01-01')] })
    const calendar = await known()
    expect([calendar.years.at(-1), calendar.days['2027-01-01'], calendar.days['2026-02-16']]).toEqual([
      ...[2027, 'off', undefined],
    ])
    expect(calendar.days['2025-01-01']).toBe('off')
    expect((await ask('DELETE', '/2027')).json().own).toEqual([2026])
    expect((await ask('DELETE', '/2026')).json().own).toEqual([])
    expect(await known()).toEqual(BUILT_IN_CALENDAR)
    const audit = await w.query<{ did: string }>(
      "SELECT action || ' ' || subject AS did FROM audit WHERE action LIKE 'holidays.%' ORDER BY id",
    )
    expect(audit.map(({ did }) => did)).toEqual([
      ...['holidays.save 2027', 'holidays.save 2026', 'holidays.forget 2027', 'holidays.forget 2026'],
    ])
  })

  it('may say which statutory holiday a day belongs to, and move the fires that go by it', async () => {
    await w.segment('everyone', { all: [] })
    const off = { kind: 'statutory', holiday: 'new-year', on: 'last-day-off' }
    await w.publish({
      ...{ schema: 1, key: 'after', name: 'after', settings: { zone: 'Asia/Shanghai' } },
      nodes: [
        {
          ...{ id: 'start', type: 'trigger-holiday', version: 1, name: 'start' },
          settings: { days: [off], include: ['everyone'] },
        },
      ],
      edges: [],
    })
    const planned = () => w.query("SELECT to_char(occurrence, 'YYYY-MM-DD') AS day FROM fire WHERE state = 0")
    expect(await planned()).toEqual([{ day: '2027-01-01' }])
    const named = { ...day('2027-01-04', 'off', 'New Year'), holiday: 'new-year' }
    const { days } = (await ask('PUT', '', { years: [2027], days: [named] })).json()
    expect(days.at(-1)).toEqual(named)
    expect(await planned()).toEqual([{ day: '2027-01-04' }])
    await ask('DELETE', '/2027')
    expect(await planned()).toEqual([{ day: '2027-01-01' }])
    expect((await ask('PUT', '', { years: [2027], days: [{ ...named, holiday: 'x' }] })).statusCode).toBe(400)
  })

  it('are refused, with the place of what is wrong, and nothing is changed', async () => {
    const answer = await ask('PUT', '', { ...newYear, days: [...newYear.days, day('2028-01-01')] })
    expect([answer.statusCode, answer.json().errors]).toEqual([
      400,
      [{ pointer: '/days/2/date', detail: 'its year is not among the years' }],
    ])
    expect(await known()).toEqual(BUILT_IN_CALENDAR)
  })

  it('are written by admins only', async () => {
    expect((await ask('PUT', '', newYear, viewer.cookie)).json().code).toBe('not-allowed')
    expect((await ask('DELETE', '/2026', undefined, viewer.cookie)).json().code).toBe('not-allowed')
  })

  it('that were not written here cannot be forgotten', async () => {
    expect((await ask('DELETE', '/2025')).json().code).toBe('holidays-not-own')
    expect((await ask('DELETE', '/next')).statusCode).toBe(400)
  })
})
