import { describe, expect, it } from 'vitest'
import { Funnel } from './demo/funnel.ts'
import { Progress } from './progress.ts'
import { table } from './table.ts'

function terminal(isTTY: boolean) {
  const written: string[] = []
  return { written, out: { isTTY, write: (text: string) => written.push(text) } }
}

describe('a table', () => {
  it('aligns wide characters, and numbers to the right', () => {
    expect(
      table(
        ['name', 'n'],
        [
          ['下单', 5],
          ['ab', 12],
        ],
      ),
    ).toBe('name   n\n下单   5\nab    12')
  })
})

describe('a progress bar', () => {
  it('is drawn in place on a terminal and wiped at the end', () => {
    const { written, out } = terminal(true)
    const progress = new Progress('orders.txt', 'lines', out)
    progress.show(1_500, 0.5)
    progress.end()
    expect(written[0]?.startsWith('\r\u001b[K')).toBe(true)
    expect(written[0]).toMatch(/orders\.txt █{12}░{12} 50 % {2}1,500 lines, [\d,]+ a second$/)
    expect(written[1]).toBe('\r\u001b[K')
  })

  it('is nothing elsewhere', () => {
    const { written, out } = terminal(false)
    const progress = new Progress('orders.txt', 'lines', out)
    progress.show(1_500, 0.5)
    progress.end()
    expect(written).toEqual([])
  })
})

describe('a funnel', () => {
  const rows = (entered: number) => [
    { id: 'a', name: '下单', type: 'x', in: entered, out: 1, failed: 0, waiting: entered - 1 },
  ]

  it('is redrawn over itself on a terminal', () => {
    const { written, out } = terminal(true)
    const funnel = new Funnel('f', out)
    funnel.show(rows(2))
    funnel.show(rows(3))
    expect(written[0]).toMatch(/^f\n\nnode.*\n下单 +2 +1 +0 +█+\n$/)
    expect(written[1]?.startsWith('\u001b[4A\u001b[J')).toBe(true)
  })

  it('is a line elsewhere, whenever it has changed', () => {
    const { written, out } = terminal(false)
    const funnel = new Funnel('f', out)
    for (const entered of [1, 1, 3]) funnel.show(rows(entered))
    expect(written).toEqual(['f: 下单 1\n', 'f: 下单 3 (2 waiting)\n'])
  })
})
