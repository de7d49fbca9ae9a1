import { describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { views } from '../../nodes/views.ts'
import { faceOf } from './face.ts'

const node = (type: string, settings: object = registry.get(type)?.defaults ?? {}) => ({
  ...{ id: 'a', type, version: 1, name: 'Name', onError: 'fail' as const },
  settings: settings as Record<string, never>, // JSON, as a document has it
})

describe.each([...registry.keys()])('the face of %s', (type) => {
  it.each(['zh-CN', 'en'] as const)('has an icon, a line about its settings and named outcomes in %s', (language) => {
    const { icon, summary, outcomes, kind } = faceOf(node(type), [], language)
    expect(icon).toBeDefined()
    expect([kind, summary].filter((text) => text === '' || /undefined|NaN|\[object/.test(text))).toEqual([])
    expect(outcomes.length).toBeGreaterThan(0)
    expect(outcomes.filter(({ name }) => name === '')).toEqual([])
  })
})

it('every icon means one type', () => {
  const icons = [...views.values()].map((view) => view.icon)
  expect(new Set(icons).size).toBe(icons.length)
  expect([...views.keys()].sort()).toEqual([...registry.keys()].sort())
})

it('an outcome that settings name is called by that name', () => {
  const rule = { field: 'member.tier', op: 'eq', value: 'gold' }
  const face = faceOf(node('attribute-split', { branches: [{ id: 'g', name: 'Gold', rule }] }), [], 'en')
  expect(face.outcomes.map(({ name }) => name)).toEqual(['Gold', 'Else'])
})

it('settings that are not valid say nothing, and keep the outcomes that can be told', () => {
  const face = faceOf(node('attribute-split', { branches: [{ id: 'g', name: '' }] }), [], 'en')
  expect([face.summary, face.outcomes.map(({ key }) => key)]).toEqual(['', ['branch:g', 'else']])
})

it('a type that nobody knows keeps its name and its drawn outcomes', () => {
  const face = faceOf(node('time-machine'), ['past'], 'en')
  expect([face.name, face.kind, face.outcomes]).toEqual(['Name', 'time-machine', [{ key: 'past', name: 'past' }]])
})

it('a node that may fail by an outcome of its own has it', () => {
  const face = faceOf({ ...node('tag-member'), onError: 'failed' }, [], 'zh-CN')
  expect(face.outcomes.map(({ name }) => name)).toEqual(['完成', '失败'])
})
