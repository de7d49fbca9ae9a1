import { expect, it } from 'vitest'
import { readPassage } from './passage.ts'

it.each([
  ['size.branch:middle', { node: 'size', outcome: 'branch:middle', failed: false }],
  ['size.branch:1.5', { node: 'size', outcome: 'branch:1.5', failed: false }],
  ['wait', { node: 'wait', outcome: undefined, failed: false }],
  ['call!node-threw', { node: 'call', outcome: undefined, failed: true }],
])('%s is read as a test writes it', (name, parts) => {
  expect(readPassage(name)).toEqual(parts)
})
