import { describe, expect, it } from 'vitest'
import { piecesOf, variablesIn, withFallback, withVariable } from './variables.ts'

describe('variables of a text', () => {
  it('are listed once, without a fallback where one place lacks it', () => {
    expect(variablesIn('{{member.name | "你好"}} {{event.id}} {{member.name}}')).toEqual([
      { path: 'member.name', fallback: undefined },
      { path: 'event.id', fallback: undefined },
    ])
  })

  it('get a fallback wherever they stand, and lose it again', () => {
    const text = withFallback('{{member.name}} and {{ member.name | "x" }}', 'member.name', 'you')
    expect(text).toBe('{{member.name | "you"}} and {{member.name | "you"}}')
    expect(withFallback(text, 'member.name', '')).toBe('{{member.name}} and {{member.name}}')
  })

  it('take no character into a fallback that would end it', () => {
    expect(withFallback('{{member.name}}', 'member.name', '"}} {{x')).toBe('{{member.name | " x"}}')
  })

  it('are put in where the cursor is', () => {
    expect(withVariable('Hello you', 'member.name', 6, 9)).toBe('Hello {{member.name}}')
  })

  it('are shown by a sample, else by the fallback, else by their name', () => {
    const sample = (path: string) => (path === 'member.city' ? '上海' : undefined)
    expect(piecesOf('a {{member.city | "b"}}{{member.x | "c"}} {{member.y}}', sample)).toEqual([
      { text: 'a ', variable: false },
      { text: '上海', variable: true },
      { text: 'c', variable: true },
      { text: ' ', variable: false },
      { text: 'member.y', variable: true },
    ])
  })
})
