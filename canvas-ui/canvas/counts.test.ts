import { expect, it } from 'vitest'
import { flowWidth } from './counts.ts'

it('an edge is as wide as the root of its share, at least two pixels, and at most ten and a half', () => {
  const widths = [flowWidth(0, 100), flowWidth(25, 100), flowWidth(100, 100), flowWidth(300, 100), flowWidth(0, 0)]
  expect(widths).toEqual([2, 6, 10.5, 10.5, 2])
})
