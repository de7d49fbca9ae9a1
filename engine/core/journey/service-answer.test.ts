import { describe, expect, it } from 'vitest'
import { AnswerFields, readAnswer } from './service-answer.ts'

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
