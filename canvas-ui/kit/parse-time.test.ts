import { expect, it } from 'vitest'
import { parseTime } from './parse-time.ts'

it.each([
  ['9:30', '09:30'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9', '09:00'],
  [' 23:59 ', '23:59'],
  ['９：３０', '09:30'],
  ['24:00', null],
  ['10:60', null],
  ['10:5', null],
  ['noon', null],
  ['', null],
])('「%s」 means %s', (text, time) => {
  expect(parseTime(text)).toBe(time)
})
