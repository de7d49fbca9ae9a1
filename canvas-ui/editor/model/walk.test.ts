import { expect, it } from 'vitest'
import { connect, newNode } from './edits.ts'
import { EMPTY } from './testing.ts'
import { besideAsTarget, besideInOrder, cameFrom, exitsOf, nearest } from './walk.ts'

const node = (id: string, type: string, x: number, y: number) => newNode(id, type, id, { x, y })
const nodes = [
  node('z', 'end', 448, 0),
  node('w', 'wait', 448, 200),
  node('c', 'attribute-check', 224, 0),
  node('a', 'trigger-event', 0, 0),
]
const edges = [
  ['a', 'next', 'c'],
  ['c', 'yes', 'z'],
  ['c', 'no', 'w'],
  ['w', 'done', 'z'],
] as const
const document = edges.reduce((now, [from, outcome, to]) => connect({ from, outcome }, to)(now), { ...EMPTY, nodes })

it('walks nodes from the trigger on, outcomes from the top', () => {
  const walked: (string | undefined)[] = []
  for (let at = besideInOrder(document, undefined, 1); at; at = besideInOrder(document, at, 1)) walked.push(at)
  expect(walked).toEqual(['a', 'c', 'w', 'z'])
  expect([besideInOrder(document, 'w', -1), besideInOrder(document, 'z', 1)]).toEqual(['c', undefined])
})

it('knows where each way out leads, and where one came from', () => {
  expect(exitsOf(document, 'c').map(({ outcome, to }) => [outcome, to])).toEqual([
    ['yes', 'z'],
    ['no', 'w'],
  ])
  expect([cameFrom(document, 'z'), cameFrom(document, 'a')]).toEqual(['c', undefined])
})

it('aims at the nearest node on that side, never at a trigger', () => {
  const exit = { from: 'c', outcome: 'no' }
  expect(nearest(document, exit, 'c', 'right')).toBe('z')
  expect(nearest(document, exit, 'z', 'down')).toBe('w')
  expect(nearest(document, exit, 'c', 'left')).toBeUndefined()
})

it('aims at every node in turn, and round again, never at a trigger or where it stands', () => {
  const exit = { from: 'c', outcome: 'no' }
  expect(besideAsTarget(document, exit, 'c', 1)).toBe('w')
  expect(besideAsTarget(document, exit, 'z', 1)).toBe('c')
  expect(besideAsTarget(document, exit, 'c', -1)).toBe('z')
})
