import { describe, expect, it } from 'vitest'
import { filledBy, fillQuotas } from './quotas.ts'

const a = { arm: 'a', most: 2 }
const b = { arm: 'b', most: 1 }

describe('quotas', () => {
  it('fill one after another, then nobody', () => {
    const { arms, filled } = fillQuotas({}, [a, b], 5)
    expect(arms).toEqual(['a', 'a', 'b', undefined, undefined])
    expect(fillQuotas(filled, [a, b], 1).arms).toEqual([undefined])
  })

  it('are as full after a crowd as after its people one by one', () => {
    for (let people = 0; people < 6; people++) {
      const { filled } = fillQuotas({ a: 0, b: 0 }, [a, b], people)
      expect(filledBy(people, [a, b])).toEqual(filled)
    }
  })

  it('that are raised have room again, the first of them first', () => {
    const { filled } = fillQuotas({}, [a, b], 9)
    expect(fillQuotas(filled, [{ ...a, most: 3 }, b, { arm: 'c', most: 1 }], 3).arms).toEqual(['a', 'c', undefined])
  })

  it('that are lowered below what they hold take nobody in, and send nobody out', () => {
    const { filled } = fillQuotas({}, [a, b], 2)
    expect(fillQuotas(filled, [{ ...a, most: 1 }, b], 1)).toEqual({ arms: ['b'], filled: { a: 2, b: 1 } })
  })
})
