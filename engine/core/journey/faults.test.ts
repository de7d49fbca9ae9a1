import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Rule } from '../rules/rule.ts'
import { Zone } from '../time/zone.ts'
import { faultsOf } from './faults.ts'
import { problemText } from './problems.locale.ts'
import { problem } from './problems.ts'

describe('a fault in settings', () => {
  const Settings = z.strictObject({ zone: Zone, times: z.int().min(1), rule: Rule })
  const sound = { zone: 'UTC', times: 1, rule: { all: [] } }

  it.each([
    [
      'of our own making',
      { zone: 'Mars' },
      'Wrong settings: zone: not a time zone: write an IANA name such as Asia/Shanghai',
      '设置不对：zone：没有这个时区：请写 IANA 名称，如 Asia/Shanghai',
    ],
    [
      'of zod',
      { times: 0 },
      'Wrong settings: times: Too small: expected number to be >=1',
      '设置不对：times：数值过小：期望 number >=1',
    ],
    [
      'of a field that is not there',
      { zone: undefined },
      'Wrong settings: “zone” is missing',
      '设置不对：缺少「zone」',
    ],
    [
      'deep in a union',
      { rule: { all: [{ not: { field: 'member.a', op: 'gt', value: '3' } }] } },
      'Wrong settings: rule: all.0: not: value: Invalid input: expected number, received string',
      '设置不对：rule：all.0: not: value: 无效输入：期望 数字，实际接收 string',
    ],
    [
      'of a union of which nothing fits',
      { rule: 1 },
      expect.stringMatching(/rule: a rule is one of/),
      expect.stringMatching(/rule：规则只能是/),
    ],
    [
      'found before the rule is read',
      { rule: Array.from({ length: 40 }).reduce<object>((inner) => ({ not: inner }), {}) },
      expect.stringContaining('a rule has at most 6 levels'),
      expect.stringContaining('规则最多 6 层'),
    ],
  ])('%s is told in both languages', (_, wrong, en, zh) => {
    const [fault] = faultsOf(Settings, { ...sound, ...wrong })
    const found = problem('settings-invalid', {}, fault?.params)
    expect([problemText(found, 'en'), problemText(found, 'zh-CN')]).toEqual([en, zh])
  })
})
