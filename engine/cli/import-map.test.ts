import { describe, expect, it } from 'vitest'
import { delimiterOf, eventMapOf, memberMapOf } from './import-map.ts'

describe('--map of members', () => {
  it('takes columns by name and by number, and types where they are told', () => {
    expect(memberMapOf(['user=1', 'name=full name', 'spend:number=total=sum'])).toEqual({
      identities: [{ namespace: 'user', column: '1' }],
      attributes: { name: { column: 'full name', as: 'text' }, spend: { column: 'total=sum', as: 'number' } },
    })
  })

  it('keeps an address of a member who is known by an id, and knows one by it otherwise', () => {
    const email = { email: { column: 'mail', as: 'text' } }
    expect(memberMapOf(['email=mail', 'user=id'])).toEqual({
      identities: [{ namespace: 'user', column: 'id' }],
      attributes: email,
    })
    expect(memberMapOf(['email=mail'])).toEqual({
      identities: [{ namespace: 'email', column: 'mail' }],
      attributes: email,
    })
  })

  it.each([
    ['no column', ['user=']],
    ['no name', ['=1']],
    ['an unknown type', ['user=1', 'spend:money=2']],
    ['a name twice', ['user=1', 'a=2', 'a=3']],
    ['nobody', ['name=1']],
    ['nothing', []],
  ])('with %s is refused', (_, map) => {
    expect(() => memberMapOf(map)).toThrow(expect.objectContaining({ code: 'import-map' }))
  })
})

describe('what the options say of events', () => {
  const options = { map: ['user=1', 'amount:number=4'], event: 'order', at: '2', time: '12:00' }

  it('is one map', () => {
    expect(eventMapOf({ ...options, id: 'order' }, 'UTC')).toEqual({
      identities: [{ namespace: 'user', column: '1' }],
      event: { name: 'order' },
      at: { column: '2', zone: 'UTC', time: '12:00' },
      properties: { amount: { column: '4', as: 'number' } },
      id: 'order',
    })
  })

  it.each([
    ['no event', { event: undefined }, 'UTC'],
    ['both kinds of events', { eventColumn: '3' }, 'UTC'],
    ['a time that is none', { time: '24:00' }, 'UTC'],
    ['a zone that is none', {}, '+08:00'],
  ])('with %s is refused', (_, wrong, zone) => {
    const { event = undefined, ...rest } = { ...options, ...wrong }
    expect(() => eventMapOf({ ...rest, ...(event === undefined ? {} : { event }) }, zone)).toThrow(
      expect.objectContaining({ code: 'import-map' }),
    )
  })
})

describe('--delimiter', () => {
  it.each([
    ['tab', 'a.csv', '\t'],
    ['\\t', 'a.csv', '\t'],
    ['whitespace', 'a.csv', 'whitespace'],
    ['||', 'a.csv', '||'],
    [undefined, 'a.TSV', '\t'],
    [undefined, 'a.txt', ','],
  ])('%s of %s', (told, file, delimiter) => {
    expect(delimiterOf(told, file)).toBe(delimiter)
  })

  it.each(['', '"', 'a\n'])('cannot be %j', (told) => {
    expect(() => delimiterOf(told, 'a.csv')).toThrow(expect.objectContaining({ code: 'import-delimiter' }))
  })
})
