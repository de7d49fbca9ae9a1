import { describe, expect, it } from 'vitest'
import { isOwnEvent } from '../../engine/core/journey/own-events.ts'
import { definition } from './node.ts'

describe('an API trigger', () => {
  it('asks for the calls of its own journey, which nobody else may send as events', () => {
    const spec = definition.trigger?.(definition.settings.parse({}), 'welcome')
    expect(spec?.events?.matches).toEqual([{ event: 'journey called/welcome' }])
    expect(isOwnEvent('journey called/welcome')).toBe(true)
  })
})
