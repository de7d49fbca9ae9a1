import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardRect, GRID, type Link, MEASURES, outcomeY, touches } from '../card.ts'
import { drawings } from '../routing/testing.ts'
import { layout } from './layout.ts'

const to = (source: string, row: number, target: string): Link => ({ id: `${source}:${row}`, source, row, target })
const bare = (...ids: string[]) => ids.map((id) => ({ id, rows: 0 }))

describe('a layout', () => {
  it('places every card on the grid, and none over another', () => {
    fc.assert(
      fc.property(drawings, ({ cards, links }) => {
        const placed = layout(cards, links)
        const at = cards.map((card) => ({ ...card, ...(placed.get(card.id) ?? { x: Number.NaN, y: Number.NaN }) }))
        for (const a of at) {
          expect([Math.abs(a.x % GRID), Math.abs(a.y % GRID)]).toEqual([0, 0])
          expect(at.filter((b) => a !== b && touches(cardRect(a), cardRect(b)))).toEqual([])
        }
      }),
    )
  })

  it('puts targets in the order of their outcomes', () => {
    const leaves = Array.from({ length: 30 }, (_, i) => ({ id: `leaf${i}`, rows: i % 3 }))
    const placed = layout(
      [{ id: 'split', rows: 30 }, ...leaves],
      leaves.map((leaf, row) => to('split', row, leaf.id)),
    )
    const ys = leaves.map((leaf) => placed.get(leaf.id)?.y ?? 0)
    expect(ys).toEqual([...ys].sort((a, b) => a - b))
  })

  it('goes from left to right, one column to a step, edges that lead back aside', () => {
    const placed = layout(bare('a', 'b', 'c'), [to('a', 0, 'b'), to('b', 0, 'c'), to('c', 0, 'b')])
    const xs = ['a', 'b', 'c'].map((id) => placed.get(id)?.x ?? 0)
    expect(xs).toEqual([0, 224, 448])
  })

  it('makes the middle outcome straight', () => {
    const placed = layout(
      [{ id: 's', rows: 3 }, ...bare('a', 'b', 'c')],
      [to('s', 0, 'a'), to('s', 1, 'b'), to('s', 2, 'c')],
    )
    const y = (id: string) => placed.get(id)?.y ?? 0
    expect(y('s') + outcomeY(3, 1)).toBe(y('b') + MEASURES.handle)
  })

  it('widens a channel that many edges need', () => {
    const leaves = bare(...Array.from({ length: 12 }, (_, i) => `leaf${i}`))
    const placed = layout(
      [{ id: 's', rows: 12 }, ...leaves],
      leaves.map((leaf, row) => to('s', row, leaf.id)),
    )
    expect((placed.get('leaf0')?.x ?? 0) - MEASURES.width).toBeGreaterThan(MEASURES.channel)
  })

  it('ignores edges whose ends are not there', () => {
    expect([...layout(bare('a'), [to('a', 0, 'gone'), to('gone', 0, 'a')]).keys()]).toEqual(['a'])
  })
})
