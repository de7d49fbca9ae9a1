import { expect, it } from 'vitest'
import { differenceText } from './difference.locale.ts'
import type { Difference } from './run.ts'

const differences: Difference[] = [
  { kind: 'path', index: 0, expected: 'a.yes' },
  { kind: 'effects', index: 1, actual: { node: 'a', do: 'points' } },
  { kind: 'goals', expected: [], actual: ['back'] },
  { kind: 'refused', expected: ['held-out'], actual: [] },
  { kind: 'unplayable', why: 'backwards', happening: 0 },
  { kind: 'unplayable', why: 'no-run', happening: 0 },
]

it.each(differences)('a difference is told in both languages: %j', (difference) => {
  expect(differenceText(difference, 'zh-CN')).toMatch(/[一-鿿]/)
  expect(differenceText(difference, 'en')).not.toMatch(/[一-鿿]|undefined/)
})
