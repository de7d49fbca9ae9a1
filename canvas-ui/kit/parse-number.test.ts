import { expect, it } from 'vitest'
import { parseNumber } from './parse-number.ts'

it.each([
  ['200', 200],
  ['1,234.5', 1_234.5],
  ['２００', 200],
  ['1。5', 1.5],
  ['−3', -3],
  ['12 元', 12],
  ['1.', 1],
  ['-', null],
  ['1.2.3', null],
  ['', null],
])('「%s」 stands for %s', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})
