import { readFileSync } from 'node:fs'
import { holdsTheContract } from './contract.ts'
import { registry } from './definitions.ts'
import { effects } from './effects.ts'
import { locales } from './locales.ts'

const day = { amount: 1, unit: 'day' }
const events = [{ event: 'order', filter: { field: 'event.amount', op: 'gt', value: 1 } }]

/** Settings that take other ways through a node than its defaults do. */
const others: Readonly<Record<string, readonly object[]>> = {
  'ab-test': [
    {
      arms: [
        { id: 'a', name: 'A', percent: 90 },
        { id: 'b', name: 'B', percent: 10, control: true },
      ],
      goal: { ...events[0], within: day, revenue: 'event.amount', horizon: { amount: 2, unit: 'week' } },
    },
  ],
  'attribute-check': [{ rule: { any: [{ field: 'tags', op: 'has', value: 'vip' }, { not: { all: [] } }] } }],
  'count-check': [
    { scope: 'name', name: 'weekly', bound: 2, window: { kind: 'week', zone: 'Asia/Shanghai' } },
    { scope: 'enrolment', bound: 1, window: { kind: 'last', duration: day } },
  ],
  end: [{ closesAfter: 100 }],
  'event-check': [
    { events, did: false, judge: { kind: 'wait', for: day } },
    { events, window: { kind: 'last', duration: day }, judge: { kind: 'wait-until', local: '2026-03-09T10:00' } },
  ],
  'grant-points': [
    { amount: { kind: 'fixed', points: 5 }, order: {} },
    { amount: { kind: 'rate', of: 'event.amount', perUnit: 2 }, order: { id: 'event.amount', amount: 'event.amount' } },
  ],
  'event-split': [
    {
      branches: [
        { id: 'a', name: 'A', events, did: false, window: { kind: 'last', duration: day } },
        { id: 'b', name: 'B', events, match: 'all', atLeast: 2, window: { kind: 'previous' } },
      ],
      judge: { kind: 'wait', for: day },
    },
  ],
  'group-check': [{ computed: ['everyone'], groups: ['list'] }],
  'group-split': [
    {
      branches: [
        { id: 'a', name: 'A', computed: ['big'] },
        { id: 'b', name: 'B', segments: ['vip'], groups: ['list'] },
      ],
    },
  ],
  'move-group': [
    { kind: 'join', groups: ['list'] },
    { kind: 'leave', groups: ['list'] },
    { kind: 'hand-over', journey: 'next', data: [{ name: 'city', value: '{{member.city | "A"}}' }] },
  ],
  'set-attribute': [
    { kind: 'number', attribute: 'score', number: -2.5 },
    { kind: 'boolean', attribute: 'vip', holds: true },
    { kind: 'date', attribute: 'renewed', date: { kind: 'today', later: day } },
    { kind: 'event', attribute: 'last', of: 'event.amount' },
    { kind: 'add', attribute: 'spend', amount: { kind: 'event', of: 'event.amount' } },
    { kind: 'clear', attribute: 'level' },
  ],
  splitter: [{ by: 'quota', quotas: [{ id: 'a', name: 'A', first: 100 }] }],
  'time-check': [
    { days: 'day-off', dates: { from: '2026-03-01', to: '2026-03-31' }, zone: 'Asia/Shanghai' },
    { weekdays: ['MO', 'SA'], hours: { kind: 'between', from: '22:00', to: '06:00' } },
  ],
  'trigger-anniversary': [
    { date: { kind: 'joined' }, include: ['all'], around: { kind: 'before', days: 7 }, calendar: 'lunar' },
    { date: { kind: 'joined' }, include: ['all'], around: { kind: 'week' }, zone: { kind: 'member', attribute: 'tz' } },
  ],
  'trigger-audience': [
    { include: ['all'], firing: { kind: 'recurring', rule: { every: 'month-workday', place: 'last' }, time: '10:00' } },
    { include: ['all'], firing: { kind: 'recurring', rule: { every: 'year', month: 2, day: 29 }, time: '10:00' } },
  ],
  'trigger-holiday': [
    {
      ...{ include: ['all'], shift: { kind: 'before', days: 3 }, zone: 'Asia/Shanghai', take: 'new' },
      days: [
        { kind: 'statutory', holiday: 'national-day', on: 'last-workday' },
        { kind: 'lunar', festival: 'qixi' },
        { kind: 'solar-term', term: 'winter-solstice' },
        { kind: 'occasion', occasion: 'mothers-day' },
      ],
    },
    {
      groups: ['list'],
      days: [
        { kind: 'monthly', dates: [8, -1] },
        { kind: 'yearly', month: 2, day: 29 },
        { kind: 'lunar-yearly', month: 6, day: 6 },
      ],
    },
  ],
  'trigger-event': [{ events, member: { field: 'tags', op: 'has', value: 'vip' }, dedupe: 'event.id', tolerance: day }],
  'trigger-segment': [
    { on: 'segment-left', segments: ['vip', 'new'], member: { field: 'tags', op: 'has', value: 'vip' } },
    { on: 'tag-gained', tags: ['vip'] },
    { on: 'tag-lost', tags: ['vip'] },
    { on: 'attribute-changed', attribute: 'level', from: '1', to: '2' },
    { on: 'attribute-changed', attribute: 'level' },
  ],
  wait: [
    { kind: 'until', local: '2026-03-08T10:00' },
    { kind: 'until', local: '2026-03-06T10:00', pastDue: 'expired' },
    { kind: 'event', events, timeout: day },
    { kind: 'next', weekdays: ['MO', 'SA'] },
    { kind: 'next', days: 'workday', hours: { kind: 'between', from: '22:00', to: '06:00', inside: 'next' } },
    { kind: 'next', days: 'day-off', hours: { kind: 'at', at: '10:00' } },
    { kind: 'date', attribute: 'due', shift: { kind: 'before', days: 3 } },
    {
      kind: 'anniversary',
      attribute: 'birthday',
      calendar: 'lunar',
      shift: { kind: 'after', days: 1 },
      pastDue: 'expired',
    },
  ],
}

for (const [type, definition] of registry) {
  holdsTheContract({
    definition,
    hasEffect: effects.has(type),
    locale: locales.get(type),
    source: readFileSync(new URL(`${type}/node.ts`, import.meta.url), 'utf8'),
    others: others[type] ?? [],
  })
}
