import { expect, test } from 'vitest'
import { everyDay } from './every-day.ts'

const told = { day: '2028-02-29', entered: 3, completed: 1, left: {}, failed: 0 }

test('a day of which nothing is told is a day of nobody', () => {
  const days = everyDay([told], { from: '2028-02-28', to: '2028-03-01' })
  expect(days.map(({ day, entered }) => [day, entered])).toEqual([
    ['2028-02-28', 0],
    ['2028-02-29', 3],
    ['2028-03-01', 0],
  ])
})

test('of more than a year the newest days are seen', () => {
  const days = everyDay([], { from: '2020-01-01', to: '2028-03-01' })
  expect([days.length, days.at(-1)?.day]).toEqual([366, '2028-03-01'])
})
