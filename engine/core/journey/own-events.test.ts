import { describe, expect, it } from 'vitest'
import { eventWords, ownPropertyWords } from './own-events.locale.ts'
import { isOwnEvent, memberChanged, OWN_EVENTS } from './own-events.ts'

describe('Waymark’s own events', () => {
  it.each(OWN_EVENTS)('$name has words in both languages, and so have its properties', ({ name, properties }) => {
    expect(eventWords(name, 'zh-CN')).toMatch(/^\p{Script=Han}+$/u)
    expect(eventWords(name, 'en').toLowerCase()).not.toBe(eventWords(name, 'zh-CN'))
    for (const property of properties) {
      expect(ownPropertyWords(property.name, 'zh-CN')).toMatch(/^\p{Script=Han}+$/u)
      expect(ownPropertyWords(property.name, 'en')).not.toBe(property.name)
    }
  })

  it('are told from what members do, whatever that is called', () => {
    expect(['tag gained', 'order completed', 'constructor'].map(isOwnEvent)).toEqual([true, false, false])
    expect(eventWords('constructor', 'en')).toBe('constructor')
  })

  it('name the attributes that changed in one order, and never their values', () => {
    expect(memberChanged({ city: { is: 'A' }, age: { was: 1, is: 2 } })).toMatchObject({
      ...{ name: 'member changed', properties: { attributes: 'age, city' } },
    })
  })
})
