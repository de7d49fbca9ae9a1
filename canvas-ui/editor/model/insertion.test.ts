import { describe, expect, it } from 'vitest'
import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { linkId } from '../../canvas/graph.ts'
import { NOTHING } from '../../canvas/selection.ts'
import { connect, newNode } from './edits.ts'
import { insertionOf, type Whereabouts } from './insertion.ts'
import { EMPTY } from './testing.ts'

const node = (id: string, type: string, x = 0) => newNode(id, type, id, { x, y: 0 })
const ends = { ...EMPTY, nodes: [node('a', 'trigger-event'), node('c', 'attribute-check', 224), node('z', 'end', 448)] }
const document = connect({ from: 'c', outcome: 'yes' }, 'z')(connect({ from: 'a', outcome: 'next' }, 'c')(ends))
const nowhere: Whereabouts = { selection: NOTHING, exit: undefined, centre: { x: 1000, y: 1000 } }

function put(
  type: string,
  where: Partial<Whereabouts>,
): { edges: string[]; at: JourneyDocument['nodes'][number]['position'] } {
  const after = insertionOf(document, node('n', type), { ...nowhere, ...where }).edit(document)
  const before = new Set(document.edges.map(linkId))
  return { edges: after.edges.map(linkId).filter((id) => !before.has(id)), at: after.nodes.at(-1)?.position }
}

describe('a node that is asked for', () => {
  it('goes into the chosen edge', () => {
    expect(put('wait', { selection: { ...NOTHING, edges: ['a next c'] } }).edges).toEqual(['a next n', 'n done c'])
  })

  it('follows the way out that is looked at, and goes between where that one leads on', () => {
    expect(put('wait', { exit: { from: 'c', outcome: 'no' } }).edges).toEqual(['c no n'])
    expect(put('wait', { exit: { from: 'c', outcome: 'yes' } }).edges).toEqual(['c yes n', 'n done z'])
  })

  it('follows the first open outcome of the chosen node', () => {
    expect(put('wait', { selection: { ...NOTHING, nodes: ['c'] } }).edges).toEqual(['c no n'])
  })

  it('stands in the middle of the view where nothing is chosen, or nothing can follow', () => {
    const middle = { edges: [], at: { x: 1000, y: 1000 } }
    expect(put('wait', {})).toEqual(middle)
    expect(put('wait', { selection: { ...NOTHING, nodes: ['z'] } })).toEqual(middle)
    expect(put('wait', { selection: { ...NOTHING, nodes: ['a', 'c'] } })).toEqual(middle)
  })

  it('stands alone where it is a trigger', () => {
    expect(put('trigger-event', { selection: { ...NOTHING, nodes: ['c'] } }).edges).toEqual([])
  })
})
