import { describe, expect, it } from 'vitest'
import type { Counter } from '../../engine/core/controls/counter.ts'
import { compile } from '../../engine/core/journey/compile.ts'
import { registry } from '../definitions.ts'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONDAY = Date.parse('2026-03-02T00:00:00Z')
const MARCH = Date.parse('2026-03-01T00:00:00Z')
/** The midnight before New York's clocks go forward. */
const SHORT_DAY = Date.parse('2026-03-08T05:00:00Z')
const here = { scope: 'member', bound: 2 }
const weekly = { ...here, window: { kind: 'week' } }
const monthly = { ...here, window: { kind: 'month' } }

/** Rehearses a visit of somebody who took places at these times. */
const rehearsed = (settings: object, taken: readonly number[], at = AT, others = 0) => {
  const seen: Counter[] = []
  const counted = (counter: Counter) => {
    seen.push(counter)
    return taken
  }
  const rehearsal = definition.rehearse?.(
    definition.settings.parse(settings),
    {},
    {
      ...{ at, zone: 'UTC', arrives: () => true, isRefunded: () => false, counted, taken: () => others },
    },
  )
  const goes = rehearsal?.goes
  return { outcome: goes?.do === 'leave' ? goes.outcome : goes, deeds: rehearsal?.deeds, seen }
}

describe('a count check', () => {
  it('leaves the answer to its counter', () => expect(visit(definition, here)).toEqual({ do: 'perform', body: {} }))

  it.each([
    ['within', []],
    ['over', ['cycle-without-wait']],
  ])('lets a cycle lead through it by the way that is bounded: %s', (back, problems) => {
    const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
    const on = back === 'within' ? 'over' : 'within'
    const document = {
      ...{ schema: 1, key: 'round', name: 'round' },
      nodes: [
        node('start', 'trigger-api'),
        node('count', 'count-check', here),
        node('tag', 'tag-member', { kind: 'add', tags: ['a'] }),
        node('end', 'end'),
      ],
      edges: [
        ['start', 'next', 'count'],
        ['count', back, 'tag'],
        ['count', on, 'end'],
        ['tag', 'next', 'count'],
      ].map(([from, outcome, to]) => ({ from, outcome, to })),
    }
    const found = compile(document, registry, { zone: 'UTC', exists: () => true }).problems
    expect(found.map(({ code }) => code)).toEqual(problems)
  })

  it.each<[string, object, number[], string, number?]>([
    ['who never came', here, [], 'within'],
    ['who has a place left', here, [AT - HOUR], 'within'],
    ['who has none left', here, [AT - HOUR, AT], 'over'],
    [
      'whose places were of yesterday',
      { ...here, window: { kind: 'day' } },
      [AT - 24 * HOUR, AT - 13 * HOUR],
      'within',
    ],
    ['whose places were of today', { ...here, window: { kind: 'day' } }, [AT - 12 * HOUR, AT], 'over'],
    [
      'for whom it is another day where it is counted',
      { ...here, window: { kind: 'day', zone: 'Pacific/Kiritimati' } },
      [AT - 12 * HOUR, AT],
      'within',
    ],
    [
      'whose place slides out of the window',
      { ...here, bound: 1, window: { kind: 'last', duration: { amount: 1, unit: 'hour' } } },
      [AT - HOUR],
      'within',
    ],
    [
      'whose place is in the window still',
      { ...here, bound: 1, window: { kind: 'last', duration: { amount: 1, unit: 'hour' } } },
      [AT - HOUR + 1],
      'over',
    ],
    ['whose places were of last week, on a Monday', weekly, [MONDAY - 2, MONDAY - 1], 'within', MONDAY],
    ['whose places were of this Monday, on a Sunday', weekly, [MONDAY, MONDAY + 1], 'over', MONDAY + 7 * DAY - 1],
    ['whose places were of last month', monthly, [MARCH - 2, MARCH - 1], 'within', MARCH],
    ['whose places were of the first of this month', monthly, [MARCH, MARCH], 'over', MARCH + 31 * DAY - 1],
    [
      'who comes again after 23.5 hours, on a day of 23',
      { ...here, window: { kind: 'day', zone: 'America/New_York' } },
      [SHORT_DAY, SHORT_DAY],
      'within',
      SHORT_DAY + 23.5 * HOUR,
    ],
    ['whose bound was lowered below its places', { ...here, bound: 1 }, [AT - 2, AT - 1, AT], 'over'],
    ['whose bound was raised above them', { ...here, bound: 4 }, [AT - 2, AT - 1, AT], 'within'],
    ['whose places are as old as can be', here, [0, 0], 'over'],
  ])('is rehearsed with one %s', (_title, settings, taken, outcome, at = AT) => {
    expect(rehearsed(settings, taken, at).outcome).toBe(outcome)
  })

  it('remembers who passed, and nobody who did not', () => {
    expect(rehearsed(here, []).deeds).toEqual([{ do: 'count', counter: { scope: 'member' }, at: AT }])
    expect(rehearsed(here, [AT, AT]).deeds).toEqual([])
  })

  it('leaves room to nobody where others hold all places, in any window', () => {
    expect(rehearsed(here, [], AT, 1).outcome).toBe('within')
    expect(rehearsed(here, [AT], AT, 1).outcome).toBe('over')
    expect(rehearsed(weekly, [], AT, 2)).toMatchObject({ outcome: 'over', deeds: [] })
  })

  it('asks the counter that it names', () => {
    expect(rehearsed({ scope: 'name', name: 'weekly', bound: 1 }, []).seen).toEqual([{ scope: 'name', name: 'weekly' }])
  })

  it.each([
    { scope: 'member' },
    { scope: 'member', bound: 0 },
    { scope: 'member', bound: 1.5 },
    { scope: 'member', bound: 1, name: 'x' },
    { scope: 'name', bound: 1 },
    { scope: 'name', bound: 1, name: 'Weekly mail' },
    { scope: 'everyone', bound: 1 },
    { ...here, window: { kind: 'year' } },
    { ...here, window: { kind: 'last' } },
    { ...here, window: { kind: 'day', zone: '+08:00' } },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
