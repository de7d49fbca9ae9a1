import { expect, it } from 'vitest'
import { isStorable } from '../json.ts'
import { copyName } from './copy-name.ts'

it('marks the name of a copy', () => {
  expect(copyName('生日有礼', ' (2)')).toBe('生日有礼 (2)')
})

it('shortens a name of the greatest length, so that the mark has room', () => {
  const name = copyName('x'.repeat(80), ' (2)')
  expect([name.length, name.endsWith('x (2)')]).toEqual([80, true])
})

it('cuts through no character', () => {
  const name = copyName('x🎂'.repeat(26), '(mine)')
  expect([isStorable(name), name.length <= 80]).toEqual([true, true])
})
