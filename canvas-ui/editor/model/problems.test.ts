import { describe, expect, it } from 'vitest'
import { connect, newNode } from './edits.ts'
import { faultsOf, problemsOf, sentenceOf } from './problems.ts'
import { EMPTY } from './testing.ts'

const node = (id: string, type: string) => newNode(id, type, id, { x: 0, y: 0 })
const workspace = { zone: 'UTC', exists: () => true }
const split = {
  ...node('s', 'attribute-split'),
  settings: { branches: [{ id: 'g', name: 'Gold', rule: { field: 'member.tier', op: 'eq', value: 'gold' } }] },
}
const document = connect(
  { from: 'a', outcome: 'next' },
  's',
)({
  ...EMPTY,
  nodes: [node('a', 'trigger-event'), split, node('lost', 'wait')],
})

describe('problems of a document', () => {
  const problems = problemsOf(document, workspace)

  it('come errors first', () => {
    expect(problems.map((p) => [p.severity, p.node])).toEqual([
      ['error', 's'],
      ['error', 's'],
      ['warning', 'lost'],
    ])
  })

  it('are counted by node', () => {
    expect([...faultsOf(problems)]).toEqual([
      ['s', { errors: 2, warnings: 0 }],
      ['lost', { errors: 0, warnings: 1 }],
    ])
  })

  it('name outcomes as the card does', () => {
    const [first] = problems
    expect(first && sentenceOf(first, document, 'en')).toContain('“Gold”')
  })
})
