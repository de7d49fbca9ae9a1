import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../json.ts'
import { AnswerFields, fieldsIn, readAnswer } from './service-answer.ts'

const read = (from: string, type: string, answer: Parameters<typeof readAnswer>[1]) =>
  readAnswer(AnswerFields.parse([{ from, as: 'x', type }]), answer).x

describe('fields of an answer', () => {
  it.each([
    ['score', 'number', { score: 7 }, 7],
    ['score', 'number', { score: '7.5' }, 7.5],
    ['score', 'number', { score: 'seven' }, undefined],
    ['score', 'number', { score: '' }, undefined],
    ['score', 'number', { score: null }, undefined],
    ['data.items.0.id', 'text', { data: { items: [{ id: 12 }] } }, '12'],
    ['ok', 'text', { ok: true }, 'true'],
    ['ok', 'boolean', { ok: false }, false],
    ['ok', 'boolean', { ok: 'true' }, undefined],
    ['name', 'text', { name: 'x'.repeat(2_000) }, 'x'.repeat(1_000)],
    ['name', 'text', { name: { first: 'Ann' } }, undefined],
    ['constructor.name', 'text', {}, undefined],
    ['__proto__', 'text', {}, undefined],
    ['length', 'number', [1, 2], 2],
    ['a', 'text', undefined, undefined],
    ['a', 'text', 'a text', undefined],
  ] as const)('%s as %s of %j is %j', (from, type, answer, value) => {
    expect(read(from, type, answer as never)).toBe(value)
  })
})

describe('what an answer has to take', () => {
  it('is told by its path and type, in the order of the answer', () => {
    const answer = { ok: true, data: { score: 7, items: [{ id: 'a' }, null], 'a.b': 1, none: null, '': 2 } }
    expect(fieldsIn(answer, 50)).toEqual([
      { from: 'ok', type: 'boolean', value: true },
      { from: 'data.score', type: 'number', value: 7 },
      { from: 'data.items.0.id', type: 'text', value: 'a' },
    ])
    expect(fieldsIn(answer, 1)).toHaveLength(1)
    expect(fieldsIn('a text', 50)).toEqual([])
    expect(fieldsIn(undefined, 50)).toEqual([])
  })

  it('is what a node takes by that path and type, whatever the answer', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10 }), (answer) => {
        for (const { from, type, value } of fieldsIn(answer as Json, 50))
          expect(readAnswer(AnswerFields.parse([{ from, as: 'x', type }]), answer as Json)).toEqual({ x: value })
      }),
    )
  })
})
