import { describe, expect, it } from 'vitest'
import { fillVariables, render, variablesOf } from './template.ts'

const plain = (value: string) => value
/** Fills a text and renders it; the path of the variable that is missing otherwise. */
const said = (text: string, facts: Record<string, unknown>) => {
  const filled = fillVariables(text, facts)
  return 'missing' in filled ? `missing ${filled.missing}` : render(text, filled.values, plain)
}

describe('a text with variables', () => {
  it.each([
    ['Hi {{member.name}}!', { 'member.name': 'Ann' }, 'Hi Ann!'],
    ['{{ event.order.id | "none" }}', { event: { order: { id: 7 } } }, '7'],
    ['{{event.paid}}', { event: { paid: false } }, 'false'],
    ['{{event.n}}', { event: { n: 0 } }, '0'],
    ['Dear {{member.name | "friend"}}', {}, 'Dear friend'],
    ['Dear {{member.name | "friend"}}', { 'member.name': '' }, 'Dear friend'],
    ['Dear {{member.name | ""}}', {}, 'Dear '],
    ['Dear {{member.name}},', {}, 'missing member.name'],
    ['Dear {{member.name}},', { 'member.name': null }, 'missing member.name'],
    ['{{event.order}}', { event: { order: { id: 7 } } }, 'missing event.order'],
    ['{{event.constructor.name}}', { event: {} }, 'missing event.constructor.name'],
    ['{{event.__proto__}}', { event: {} }, 'missing event.__proto__'],
    ['{{member.name}}', { 'member.name': '{{event.secret}}', event: { secret: 1 } }, '{{event.secret}}'],
    ['no variable, { or }} alone', {}, 'no variable, { or }} alone'],
  ])('%j with %j says %j', (text, facts, expected) => expect(said(text, facts)).toBe(expected))

  it('is made safe for where it goes, value by value', () => {
    expect(render('<b>{{member.name}}</b>', { 'member.name': '<i>' }, (v) => v.replace('<', '&lt;'))).toBe(
      '<b>&lt;i></b>',
    )
  })

  it('asks for the facts it needs, and names what nobody can answer', () => {
    expect(variablesOf('{{member.name}} {{event.a.b}} {{member.name | "x"}} {{tags.vip}} {{member.a.b}}')).toEqual({
      requests: { 'member.name': { kind: 'attribute', name: 'name' }, event: { kind: 'entry-data' } },
      unknown: ['tags.vip', 'member.a.b'],
    })
  })
})
