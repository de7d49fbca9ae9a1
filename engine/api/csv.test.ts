import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('CSV', () => {
  it('quotes what would break a cell, and marks itself as UTF-8', () => {
    expect(
      csvOf([
        ['a', 'b "c", d', 'e\nf'],
        [1, null, '中'],
      ]),
    ).toBe('\uFEFFa,"b ""c"", d","e\nf"\r\n1,,中\r\n')
  })

  it.each(['=1+1', '+86', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])('lets %j be no formula', (text) => {
    expect(csvOf([[text]])).toContain(`'${text}`)
  })

  it('leaves numbers below zero numbers', () => expect(csvOf([[-3]])).toBe('\uFEFF-3\r\n'))
})
