import { describe, expect, it } from 'vitest'
import { isExcluded } from './exclusion.ts'

const own = { exclusionGroup: 'care', priority: 5 }
const other = (priority: number, exclusionGroup: string | undefined = 'care', journey = 2) => ({
  journey,
  settings: { priority, exclusionGroup },
})

describe('a journey of an exclusion group', () => {
  it.each([
    ['takes who is inside none', [], false],
    ['takes who is inside one of lower priority', [other(4)], false],
    ['refuses who is inside one of the same priority', [other(5)], true],
    ['refuses who is inside one of higher priority', [other(6)], true],
    ['takes who is inside one of another group', [other(9, 'win')], false],
    [
      'takes who is inside one without a group',
      [{ journey: 2, settings: { priority: 9, exclusionGroup: undefined } }],
      false,
    ],
    ['leaves its own entries to the re-entry rule', [other(5, 'care', 1)], false],
    ['looks at all of them', [other(1), other(9)], true],
  ])('%s', (_, inside, excluded) => expect(isExcluded(1, own, inside)).toBe(excluded))

  it('is the only one that refuses', () => {
    expect(isExcluded(1, { exclusionGroup: undefined, priority: 0 }, [other(9)])).toBe(false)
  })
})
