import { expect, it } from 'vitest'
import { rowsOf } from './holiday-rows.ts'

const day = (date: string, is: 'off' | 'work', name: string) => ({ date, is, name })
const stretch = (from: string, to = from) => ({ from, to })

it('holidays of a year are rows in order, with days that follow one another as one stretch', () => {
  const days = [
    day('2026-10-02', 'off', '国庆节'),
    day('2026-10-01', 'off', '国庆节'),
    day('2026-09-20', 'work', '国庆节'),
    day('2026-10-10', 'work', '国庆节'),
    day('2026-09-25', 'off', '中秋'),
    day('2026-01-01', 'off', '元旦'),
    day('2026-12-31', 'off', '元旦'),
    day('2025-12-31', 'off', '元旦'),
  ]
  expect(rowsOf(days, 2026)).toEqual([
    { name: '元旦', days: 2, off: [stretch('2026-01-01'), stretch('2026-12-31')], work: [] },
    { name: '中秋', days: 1, off: [stretch('2026-09-25')], work: [] },
    {
      name: '国庆节',
      days: 2,
      off: [stretch('2026-10-01', '2026-10-02')],
      work: [stretch('2026-09-20'), stretch('2026-10-10')],
    },
  ])
})
