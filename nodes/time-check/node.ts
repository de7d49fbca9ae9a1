import { z } from 'zod'
import type { FactRequests } from '../../engine/core/journey/facts.ts'
import { defineNode, leave } from '../../engine/core/journey/node.ts'
import { say } from '../../engine/core/say.ts'
import { type Calendar, WEEKDAYS_ALONE } from '../../engine/core/time/calendar.ts'
import { AllDay, Between, DayKind, dateOfHours, isGuess, unmetBy, Weekdays } from '../../engine/core/time/openings.ts'
import { atLocal, localDate, Zone } from '../../engine/core/time/zone.ts'

const DAY_MS = 86_400_000

const DATE = say('a day as YYYY-MM-DD', '请写成 YYYY-MM-DD 的日期')

const Settings = z.strictObject({
  weekdays: Weekdays,
  days: DayKind.default('any'),
  hours: z.discriminatedUnion('kind', [AllDay, Between]).default({ kind: 'any' }),
  /** First and last day, both included. */
  dates: z
    .strictObject({ from: z.iso.date(DATE), to: z.iso.date(DATE) })
    .refine(({ from, to }) => from <= to, say('it ends before it begins', '结束早于开始'))
    .optional(),
  /** The journey's where absent. */
  zone: Zone.optional(),
})

export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'time-check',
  version: 1,
  category: 'condition',
  settings: Settings,
  defaults: { weekdays: [], days: 'workday', hours: { kind: 'between', from: '10:00', to: '20:00' } },
  outcomes: () => ['yes', 'no'],
  facts: (s): FactRequests => (s.days === 'any' ? {} : { calendar: { kind: 'calendar' } }),
  decide: (s, facts, { at, zone: journeyZone }) => {
    const zone = s.zone ?? journeyZone
    const calendar = s.days === 'any' ? WEEKDAYS_ALONE : (facts.calendar as Calendar) // asked for where it matters
    const date = dateOfHours(at, s.hours, zone)
    const unmet = date === undefined ? 'hours' : unmetBy(date, s, calendar)
    const guessed = isGuess(s, at, at, zone, calendar) ? { calendar: 'unknown-year' } : undefined
    return unmet ? leave('no', { unmet, ...guessed }) : leave('yes', guessed)
  },
  tries: ({ hours, dates, zone: own }, { at, zone: journeyZone }) => {
    const zone = own ?? journeyZone
    const times = hours.kind === 'between' ? [hours.from, hours.to, '12:00'] : ['12:00']
    const local = (day: number, time: string) => `${localDate(day, zone)}T${time}`
    const first = dates ? atLocal(`${dates.from}T12:00`, zone) : at
    const last = dates ? [atLocal(`${dates.to}T12:00`, zone) + DAY_MS] : []
    // A fortnight has every weekday twice, and mostly a day off that is worked or the other way round.
    const days = [...Array.from({ length: 14 }, (_, day) => first + day * DAY_MS), first - DAY_MS, ...last]
    return { moments: days.flatMap((day) => times.map((time) => atLocal(local(day, time), zone))) }
  },
  check: ({ weekdays, days, hours, dates }) =>
    weekdays.length === 0 && days === 'any' && hours.kind === 'any' && !dates ? [{ code: 'always' }] : [],
})
