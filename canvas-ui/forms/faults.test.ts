import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { problem } from '../../engine/core/journey/problems.ts'
import { say } from '../../engine/core/say.ts'
import { faultAt, faultsIn } from './faults.ts'

// The language is the page's, and asks for its browser.
vi.hoisted(() => {
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('navigator', { languages: [] })
  vi.stubGlobal('document', { documentElement: {} })
})

const Settings = z.strictObject({
  name: z.string().min(1).max(3),
  count: z.int().min(1).max(9),
  rate: z.number().positive(),
  tags: z.array(z.string()).min(1).max(2),
  code: z.string().regex(/^a/, say('begin with a', '请以 a 开头')),
})
const fine = { name: 'abc', count: 1, rate: 1, tags: ['x'], code: 'a' }

describe('faults of settings', () => {
  it.each([
    [{ name: '' }, 'name', '请填写', 'Fill this in'],
    [{ name: 'abcd' }, 'name', '最多 3 个字', 'At most 3 characters'],
    [{ count: null }, 'count', '请填写', 'Fill this in'],
    [{ count: 0 }, 'count', '不能小于 1', 'Not below 1'],
    [{ count: 10 }, 'count', '不能大于 9', 'Not above 9'],
    [{ count: 1.5 }, 'count', '请填整数', 'Use a whole number'],
    [{ rate: 0 }, 'rate', '要大于 0', 'Above 0'],
    [{ tags: [] }, 'tags', '请至少加一项', 'Add at least one'],
    [{ tags: ['a', 'b', 'c'] }, 'tags', '最多 2 项', 'At most 2'],
    [{ code: 'b' }, 'code', '请以 a 开头', 'begin with a'],
  ])('%j is told in both languages', (change, path, zh, en) => {
    const told = (language: 'zh-CN' | 'en') => faultsIn(Settings, { ...fine, ...change }, [], language)
    expect(told('zh-CN')).toEqual([{ path, text: zh, severity: 'error' }])
    expect(told('en')).toEqual([{ path, text: en, severity: 'error' }])
  })

  it('are none where the settings are valid', () => expect(faultsIn(Settings, fine, [], 'en')).toEqual([]))

  it('include what the compiler found beyond the schema, once', () => {
    const found = [
      problem('settings-invalid', { node: 'a', field: 'name' }, { message: 'x', messageZh: 'x' }),
      problem('reference-missing', { node: 'a', field: 'tags' }, { kind: 'segment', key: 'gone' }),
    ]
    expect(faultsIn(Settings, fine, found, 'en')).toEqual([
      { path: 'tags', text: 'No segment “gone”: create it or choose another', severity: 'error' },
    ])
  })
})

describe('a fault', () => {
  const faults = [{ path: 'rule.all.0', text: 'x', severity: 'error' as const }]

  it('deep in a value shows at the control of the whole value', () =>
    expect(faultAt(faults, 'rule', { below: true })).toBe(faults[0]))
  it('of a part shows at the part alone', () => expect(faultAt(faults, 'rule', { below: false })).toBeUndefined())
  it('of another field with the same beginning is not shown', () =>
    expect(faultAt(faults, 'rul', { below: true })).toBeUndefined())
})
