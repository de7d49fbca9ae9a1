import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { addNode, changeNode, newNode } from './edits.ts'
import { STEPS } from './history.ts'
import { editorMachine } from './machine.ts'
import { anyEdit, EMPTY } from './testing.ts'

function open(document: JourneyDocument = EMPTY, readOnly = false) {
  const editor = createActor(editorMachine, { input: { document, readOnly } }).start()
  return { editor, now: () => editor.getSnapshot().context.history.present.document }
}

const two: JourneyDocument = {
  ...EMPTY,
  nodes: [newNode('a', 'attribute-check', 'a', { x: 0, y: 0 }), newNode('b', 'wait', 'b', { x: 224, y: 0 })],
}

describe('undo and redo', () => {
  it('go back and forth through every document there was', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), (all) => {
        const { editor, now } = open()
        const were = [now()]
        for (const edit of all) {
          editor.send({ type: 'do', name: 'add', edit })
          if (now() !== were.at(-1)) were.push(now())
        }
        for (const document of [...were].reverse().slice(1)) {
          editor.send({ type: 'undo' })
          expect(now()).toBe(document)
        }
        for (const document of were.slice(1)) {
          editor.send({ type: 'redo' })
          expect(now()).toBe(document)
        }
      }),
    )
  })

  it(`keep the last ${STEPS} steps`, () => {
    const { editor, now } = open(two)
    for (let i = 0; i < STEPS + 50; i++) {
      editor.send({ type: 'do', name: 'rename', edit: changeNode('a', { name: `a${i}` }) })
    }
    for (let i = 0; i < STEPS + 50; i++) editor.send({ type: 'undo' })
    expect(now().nodes[0]?.name).toBe('a49')
  })

  it('take the letters of a burst as one step, until it pauses', () => {
    const { editor, now } = open(two)
    const type = (name: string) =>
      editor.send({ type: 'do', name: 'rename', edit: changeNode('a', { name }), burst: 'name a' })
    for (const name of ['H', 'He', 'Hey']) type(name)
    editor.send({ type: 'pause' })
    type('Hey!')
    editor.send({ type: 'undo' })
    expect(now().nodes[0]?.name).toBe('Hey')
    editor.send({ type: 'undo' })
    expect(now().nodes[0]?.name).toBe('a')
  })

  it('choose again what was chosen', () => {
    const { editor } = open(two)
    editor.send({ type: 'choose', selection: { nodes: ['a'], edges: [], notes: [] } })
    const added = newNode('c', 'end', 'c', { x: 448, y: 0 })
    editor.send({ type: 'do', name: 'add', edit: addNode(added), selection: { nodes: ['c'], edges: [], notes: [] } })
    editor.send({ type: 'undo' })
    expect(editor.getSnapshot().context.history.present.selection.nodes).toEqual(['a'])
  })
})

describe('an edge drawn by keyboard', () => {
  it('leads where it was aimed', () => {
    const { editor, now } = open(two)
    editor.send({ type: 'draw', exit: { from: 'a', outcome: 'yes' } })
    editor.send({ type: 'aim', at: 'b' })
    editor.send({ type: 'finish' })
    expect([editor.getSnapshot().value, now().edges]).toEqual(['editing', [{ from: 'a', outcome: 'yes', to: 'b' }]])
  })

  it('is still being drawn while it is aimed at nothing', () => {
    const { editor, now } = open(two)
    editor.send({ type: 'draw', exit: { from: 'a', outcome: 'yes' } })
    editor.send({ type: 'finish' })
    expect([editor.getSnapshot().value, now().edges]).toEqual(['drawing', []])
  })

  it('is forgotten when cancelled', () => {
    const { editor, now } = open(two)
    editor.send({ type: 'draw', exit: { from: 'a', outcome: 'yes' } })
    editor.send({ type: 'aim', at: 'b' })
    editor.send({ type: 'cancel' })
    expect([editor.getSnapshot().value, now()]).toEqual(['editing', two])
  })
})

it('a read-only editor chooses, and changes nothing', () => {
  const { editor, now } = open(two, true)
  editor.send({ type: 'choose', selection: { nodes: ['a'], edges: [], notes: [] } })
  editor.send({ type: 'do', name: 'rename', edit: changeNode('a', { name: 'other' }) })
  editor.send({ type: 'draw', exit: { from: 'a', outcome: 'yes' } })
  expect([now(), editor.getSnapshot().value]).toEqual([two, 'reading'])
  expect(editor.getSnapshot().context.history.present.selection.nodes).toEqual(['a'])
})
