import { describe, expect, it } from 'vitest'
import { casesOf } from '../../engine/core/cases/search.ts'
import { asksFor } from '../../engine/core/journey/calling.ts'
import { memberChanged } from '../../engine/core/journey/own-events.ts'
import { line, node, planOf, play, post } from '../../engine/testing/simulated.ts'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const triggerOf = (settings: object) => definition.trigger?.(definition.settings.parse(settings), 'a')
const changed = (more: object = {}) => ({ on: 'attribute-changed', attribute: 'level', ...more })
const journey = (settings: object) =>
  planOf([node('start', 'trigger-segment', settings), node('end', 'end')], [['start', 'next', 'end']])

describe('a segment trigger', () => {
  it('opens the journey', () =>
    expect(visit(definition, { on: 'tag-lost', tags: ['vip'] })).toEqual({ do: 'leave', outcome: 'next' }))

  it.each(['segment-entered', 'segment-left'])('%s needs its segments, and has them watched', (on) => {
    const given = { on, segments: ['vip', 'new'] }
    const settings = definition.settings.parse(given)
    expect(definition.references?.(settings).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'segment vip',
      'segment new',
    ])
    expect(triggerOf(given)?.watches).toEqual(['vip', 'new'])
  })

  it('watches nothing for tags and attributes', () => {
    for (const settings of [{ on: 'tag-gained', tags: ['vip'] }, changed()]) {
      expect(triggerOf(settings)?.watches).toEqual([])
      expect(definition.references?.(definition.settings.parse(settings))).toEqual([])
    }
  })

  it.each<[string, object, Parameters<typeof memberChanged>[0], boolean]>([
    ['whatever it became', {}, { level: { was: 'a', is: 'b' } }, true],
    ['another attribute', {}, { levels: { was: 'a', is: 'b' } }, false],
    ['beside others', {}, { city: { was: 'a', is: 'b' }, level: { was: 'a', is: 'b' } }, true],
    ['to a value', { to: 'b' }, { level: { was: 'a', is: 'b' } }, true],
    ['to another', { to: 'c' }, { level: { was: 'a', is: 'b' } }, false],
    ['from a value', { from: 'a' }, { level: { was: 'a', is: 'b' } }, true],
    ['from another', { from: 'b' }, { level: { was: 'a', is: 'b' } }, false],
    ['from a value, and none is left', { from: 'a' }, { level: { was: 'a', is: null } }, true],
    ['from a value, where there was none', { from: 'a' }, { level: { was: null, is: 'a' } }, false],
    ['from and to', { from: 'a', to: 'b' }, { level: { was: 'a', is: 'b' } }, true],
    ['to a number as it is written', { to: '3' }, { level: { was: 2, is: 3 } }, true],
    ['to a yes as it is written', { to: 'true' }, { level: { was: false, is: true } }, true],
    ['to something with parts', { to: '[object Object]' }, { level: { was: 1, is: {} } }, false],
  ])('asks for a change: %s', (_title, more, changes, is) => {
    const spec = triggerOf(changed(more))?.events
    const event = { ...memberChanged(changes), at: 0, depth: 0 }
    expect(spec && asksFor(spec, event, 'UTC')).toBe(is)
  })

  it('asks for no change of which nobody knows what it was', () => {
    const spec = triggerOf(changed())?.events
    const { name, properties } = memberChanged({ level: { is: 1 } })
    expect(spec && asksFor(spec, { name, properties, at: 0, depth: 0 }, 'UTC')).toBe(false)
  })

  it.each([
    { on: 'segment-entered', segments: [] },
    { on: 'tag-gained', tags: [] },
    changed({ attribute: 'a.b' }),
    changed({ attribute: '' }),
    changed({ from: 'a', to: 'a' }),
    changed({ to: '' }),
    { on: 'tier-changed' },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))

  it('is simulated by what would be told: crossings, tags, and changes to what the person has', () => {
    const told = (settings: object, event: string, properties: Record<string, string>, attributes = {}) =>
      line(play(journey(settings), [post(0, event, properties)], { attributes }).story)
    const segments = { on: 'segment-entered', segments: ['vip'] }
    expect(told(segments, 'segment entered', { segment: 'vip' })).toBe('+start start:next end:ended .')
    expect(told(segments, 'segment entered', { segment: 'new' })).toBe('?')
    expect(told({ on: 'tag-lost', tags: ['x'] }, 'tag lost', { tag: 'x' })).toContain('+start')
    const changes = { attributes: 'city, level' }
    expect(told(changed({ to: 'gold' }), 'member changed', changes, { level: 'gold' })).toContain('+start')
    expect(told(changed({ to: 'gold' }), 'member changed', changes, { level: 'silver' })).toBe('?')
  })

  it('is in a segment after it came, for whatever asks then', () => {
    const plan = planOf(
      [
        node('start', 'trigger-segment', { on: 'segment-entered', segments: ['vip'] }),
        node('in', 'group-check', { segments: ['vip'] }),
        node('end', 'end'),
      ],
      [
        ['start', 'next', 'in'],
        ['in', 'yes', 'end'],
        ['in', 'no', 'end'],
      ],
    )
    expect(line(play(plan, [post(0, 'segment entered', { segment: 'vip' })]).story)).toContain('in:yes')
  })

  it('hears of an attribute that the journey itself sets, from what it was', () => {
    const plan = planOf(
      [
        node('order', 'trigger-event', { events: [{ event: 'order' }] }),
        node('start', 'trigger-segment', changed({ from: 'silver', to: 'gold' })),
        node('set', 'set-attribute', { kind: 'text', attribute: 'level', text: 'gold' }),
        node('end', 'end'),
      ],
      [
        ['order', 'next', 'set'],
        ['start', 'next', 'end'],
      ],
      { reentry: { rule: 'any-time' } },
    )
    const story = (level: string) => line(play(plan, [post(0, 'order')], { attributes: { level } }).story)
    expect(story('silver')).toContain('+start')
    expect(story('bronze')).not.toContain('+start')
  })

  it.each([
    { on: 'segment-entered', segments: ['vip'] },
    { on: 'segment-left', segments: ['vip'] },
    { on: 'tag-gained', tags: ['vip'] },
    changed(),
    changed({ from: 'a', to: 'b' }),
  ])('is found a case for: %j', (settings) => {
    const { unreached, tests } = casesOf(journey(settings), { startsAt: Date.parse('2026-03-02T02:00:00Z') })
    expect([unreached, tests.length]).toEqual([[], 1])
  })
})
