import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

describe('end', () => {
  it('completes the journey', () => expect(visit(definition, {})).toEqual({ do: 'leave', outcome: 'ended' }))
})
