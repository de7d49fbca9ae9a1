import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { linkId } from '../../canvas/graph.ts'
import { clipOf, paste, readClip, renewed, textOf } from './clipboard.ts'
import {
  addAfter,
  addNode,
  addNote,
  changeNode,
  connect,
  leadTo,
  newNode,
  remove,
  splitEdge,
  whyNotConnect,
} from './edits.ts'
import { excessAfter } from './excess.ts'
import { anyEdit, EMPTY } from './testing.ts'

const node = (id: string, type: string, x = 0, y = 0) => newNode(id, type, id, { x, y })
const drawn = (...nodes: ReturnType<typeof node>[]): JourneyDocument => ({ ...EMPTY, nodes })
const edgesOf = (document: JourneyDocument): string[] => document.edges.map(linkId).sort()

describe('an edit', () => {
  it('leaves the document it is given as it is, and a valid one with every node on the grid', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), (all) => {
        let document = EMPTY
        for (const edit of all) {
          const before = JSON.stringify(document)
          const after = edit(document)
          expect(JSON.stringify(document)).toBe(before)
          document = after
        }
        expect(JourneyDocument.safeParse(document).error).toBeUndefined()
        const places = document.nodes.flatMap((each) => [each.position?.x, each.position?.y])
        expect(places.filter((place) => place === undefined || place % 8 !== 0)).toEqual([])
      }),
    )
  })

  it('never leaves an edge hanging, nor two at one outcome, nor one into a trigger', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), (all) => {
        const document = all.reduce((now, edit) => edit(now), EMPTY)
        const exits = document.edges.map(({ from, outcome }) => `${from} ${outcome}`)
        expect(new Set(exits).size).toBe(exits.length)
        expect(document.edges.filter((edge) => whyNotConnect(document, edge, edge.to))).toEqual([])
      }),
    )
  })
})

describe('a node dropped on an edge', () => {
  const ends = drawn(node('a', 'trigger-event'), node('z', 'end', 224))
  const before = connect({ from: 'a', outcome: 'next' }, 'z')(ends)
  const edge = { from: 'a', outcome: 'next', to: 'z' }

  it('stands between, and what comes after makes room', () => {
    const after = splitEdge(node('w', 'wait'), edge, true)(before)
    expect(edgesOf(after)).toEqual(['a next w', 'w done z'])
    expect(after.nodes.map((each) => each.position?.x)).toEqual([0, 448, 224])
  })

  it('takes the edge for itself where nothing can follow it', () => {
    expect(edgesOf(splitEdge(node('e', 'end'), edge, false)(before))).toEqual(['a next e'])
  })
})

describe('a node added after an outcome', () => {
  it('stands one column on, where it covers no other', () => {
    const before = drawn(node('a', 'attribute-check'), node('b', 'wait', 224))
    const after = addAfter(node('c', 'wait'), { from: 'a', outcome: 'no' })(before)
    expect(after.nodes.at(-1)?.position).toEqual({ x: 224, y: 88 })
    expect(edgesOf(after)).toEqual(['a no c'])
  })
})

describe('a node that an outcome is led to', () => {
  it('stands where the outcome was let go, and takes it from where it led', () => {
    const before = connect(
      { from: 'a', outcome: 'no' },
      'b',
    )(drawn(node('a', 'attribute-check'), node('b', 'wait', 224)))
    const after = leadTo(node('c', 'wait', 400, 304), { from: 'a', outcome: 'no' })(before)
    expect(after.nodes.at(-1)?.position).toEqual({ x: 400, y: 304 })
    expect(edgesOf(after)).toEqual(['a no c'])
  })
})

describe('settings', () => {
  const split = (...ids: string[]) => ({
    branches: ids.map((id) => ({ id, name: id, rule: { field: 'member.city', op: 'not-empty' } })),
  })
  const before = connect(
    { from: 's', outcome: 'branch:2' },
    'e',
  )(drawn({ ...node('s', 'attribute-split'), settings: split('1', '2') }, node('e', 'end', 224)))

  it('take the edges of outcomes with them that they no longer have', () => {
    expect(changeNode('s', { settings: split('1') })(before).edges).toEqual([])
  })

  it('keep their edges while they are half written', () => {
    const half = { branches: [...split('1', '2').branches, { id: '3', name: '' }] }
    expect(changeNode('s', { settings: half })(before).edges).toEqual(before.edges)
  })
})

describe('a deleted node', () => {
  it('takes its edges with it', () => {
    const nodes = drawn(node('a', 'trigger-event'), node('w', 'wait', 224), node('z', 'end', 448))
    const before = connect({ from: 'w', outcome: 'done' }, 'z')(connect({ from: 'a', outcome: 'next' }, 'w')(nodes))
    const after = remove({ nodes: ['w'], edges: [], notes: [] })(before)
    expect([after.nodes.length, after.edges]).toEqual([2, []])
  })
})

describe('a clip', () => {
  const nodes = drawn(node('a', 'attribute-check', 80, 80), node('w', 'wait', 320, 80), node('z', 'end', 560, 80))
  const inside = connect({ from: 'a', outcome: 'yes' }, 'w')(nodes)
  const document = addNote('n', 'remember', { x: 80, y: 400 })(connect({ from: 'w', outcome: 'done' }, 'z')(inside))
  const clip = clipOf(document, { nodes: ['a', 'w'], edges: [], notes: ['n'] })

  it('holds what is chosen and the edges inside, and survives as text', () => {
    expect(clip.edges).toEqual([{ from: 'a', outcome: 'yes', to: 'w' }])
    expect(readClip(textOf(clip))).toEqual(clip)
  })

  it('comes with new ids, its corner where it is put', () => {
    let count = 0
    const put = renewed(clip, { x: 8, y: 16 }, () => `new-${count++}`)
    expect(put.edges).toEqual([{ from: 'new-0', outcome: 'yes', to: 'new-1' }])
    expect(put.nodes.map((each) => each.position)).toEqual([
      { x: 8, y: 16 },
      { x: 248, y: 16 },
    ])
    expect(put.notes[0]?.position).toEqual({ x: 8, y: 336 })
  })

  it('can be a whole journey file', () => {
    expect(readClip(JSON.stringify(document))?.nodes.length).toBe(3)
  })

  it('is nothing else', () => {
    const hostile = ['', '[]', 'hello', '{"__proto__": 1}', '{"waymark":"part-of-a-journey","nodes":[{}],"edges":[]}']
    expect(hostile.map(readClip)).toEqual(hostile.map(() => undefined))
  })

  it('may be larger than a journey, which is seen where it is pasted', () => {
    const many = { ...clip, nodes: Array.from({ length: 501 }, (_, i) => node(`n${i}`, 'wait')), edges: [], notes: [] }
    const pasting = (read = clip) => excessAfter({ type: 'do', name: 'paste', edit: paste(read) }, EMPTY)
    expect(pasting(readClip(textOf(many)))).toEqual({ of: 'nodes', count: 501, most: 500 })
    expect(pasting()).toBeUndefined()
  })
})

it('a node added where another stands moves below it', () => {
  const document = addNode(node('b', 'wait', 16, 16))(drawn(node('a', 'wait')))
  expect(document.nodes[1]?.position).toEqual({ x: 16, y: 88 })
})
