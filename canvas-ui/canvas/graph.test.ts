import { describe, expect, it } from 'vitest'
import { JourneyDocument } from '../../engine/core/journey/document.ts'
import { graphOf, linkId, withPositions } from './graph.ts'
import { inWalkingOrder } from './order.ts'

const node = (id: string, type: string) => ({ id, type, version: 1, name: id })
const document = JourneyDocument.parse({
  ...{ schema: 1, key: 'a', name: 'a' },
  nodes: [node('z', 'end'), node('c', 'attribute-check'), node('t', 'trigger-event')],
  edges: [
    { from: 't', outcome: 'next', to: 'c' },
    { from: 'c', outcome: 'no', to: 'z' },
    { from: 'c', outcome: 'maybe', to: 'z' },
    { from: 'c', outcome: 'yes', to: 'gone' },
  ],
})

describe('the graph of a document', () => {
  const graph = graphOf(document)

  it('has a row for each outcome, those included that are drawn and do not exist', () => {
    expect(graph.outcomes.get('c')).toEqual(['yes', 'no', 'maybe'])
    expect(graph.cards.map(({ id, rows }) => [id, rows])).toEqual([
      ['z', 0],
      ['c', 3],
      ['t', 0],
    ])
  })

  it('links rows to nodes that are there', () => {
    expect(graph.links.map(({ source, row, target }) => [source, row, target])).toEqual([
      ['t', 0, 'c'],
      ['c', 1, 'z'],
      ['c', 2, 'z'],
    ])
  })
})

it('a document without positions is laid out, and one with keeps them', () => {
  const placed = withPositions(document)
  expect(placed.nodes.map((each) => each.position?.x)).toEqual([448, 224, 0])
  expect(withPositions(placed)).toEqual(placed)
})

it('nodes are walked from the trigger on', () => {
  expect(inWalkingOrder(document).map(({ id }) => id)).toEqual(['t', 'c', 'z'])
})

it('an edge is named by where it leads', () => {
  expect(document.edges.map(linkId)).toEqual(['t next c', 'c no z', 'c maybe z', 'c yes gone'])
})
