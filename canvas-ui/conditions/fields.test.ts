import { describe, expect, it, vi } from 'vitest'
import type { Catalogue } from './fields.ts'

// The reader's language is looked up as texts are imported; here each call names one.
vi.stubGlobal('localStorage', { getItem: () => 'zh-CN' })
vi.stubGlobal('document', { documentElement: {} })
const { conditionEvents, memberFields, triggerFields } = await import('./fields.ts')

const catalogue: Catalogue = {
  attributes: [
    { name: 'tier', type: 'text', samples: ['金卡'] },
    { name: 'shoe size', type: 'number', samples: [] },
  ],
  tags: ['vip'],
  events: [
    { name: 'order', properties: [{ name: 'amount', type: 'number', samples: [] }] },
    { name: 'refund', properties: [{ name: 'amount', type: 'number', samples: [] }] },
    { name: 'view', properties: [{ name: 'page', type: 'text', samples: ['/'] }] },
  ],
}

describe('what a condition can ask', () => {
  it('of a member is attributes, tags and points, by names that people know', () => {
    const fields = memberFields(catalogue, 'zh-CN').map(({ name, label, type }) => [name, label, type])
    expect(fields).toEqual([
      ['member.tier', '等级', 'text'],
      ['member.shoe size', 'shoe size', 'number'],
      ['tags', '标签', 'tags'],
      ['points.spendable', '积分', 'points'],
      ['points.growth', '成长值', 'points'],
      ['points.yearly', '年度积分', 'points'],
    ])
  })

  it('of the triggering event is what any of the trigger’s events has, once', () => {
    expect(triggerFields(catalogue, ['order', 'refund'], 'en').map((field) => field.name)).toEqual(['event.amount'])
  })

  it('of what somebody did is each event with its own properties', () => {
    const events = conditionEvents(catalogue, 'en').map(({ name, properties }) => [name, properties[0]?.name])
    expect(events).toEqual([
      ['order', 'event.amount'],
      ['refund', 'event.amount'],
      ['view', 'event.page'],
    ])
  })
})
