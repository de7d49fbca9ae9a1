import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdsTheContract } from '../../../nodes/contract.ts'
import { registry } from '../../../nodes/definitions.ts'
import { effects } from '../../../nodes/effects.ts'
import { locales } from '../../../nodes/locales.ts'
import { type TestWorkspace, testWorkspace } from '../workspace.ts'
import { apply } from './effect.ts'
import { locale } from './locale.ts'
import { definition } from './node.ts'

/** The lines that a new type takes in each registry. Everything else of it is this folder. */
const definitionsNow = new Map(registry).set(definition.type, definition)
const effectsNow = new Map(effects).set(definition.type, apply)
const localesNow = new Map(locales).set(definition.type, locale)

holdsTheContract({
  definition,
  hasEffect: effectsNow.has(definition.type),
  locale: localesNow.get(definition.type),
  source: readFileSync(new URL('node.ts', import.meta.url), 'utf8'),
  others: [],
})

describe('a node type that is a folder and its lines in the registries', () => {
  let w: TestWorkspace
  beforeAll(async () => {
    w = await testWorkspace({ registry: definitionsNow, effects: effectsNow })
  })
  afterAll(() => w.close())

  const journey = {
    schema: 1,
    key: 'badges',
    name: 'badges',
    settings: { reentry: { rule: 'any-time' } },
    nodes: [
      { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
      { id: 'badge', type: definition.type, version: 1, name: 'badge', settings: { badge: 'early bird' } },
      { id: 'end', type: 'end', version: 1, name: 'end' },
    ],
    edges: [
      { from: 'start', outcome: 'next', to: 'badge' },
      { from: 'badge', outcome: 'pinned', to: 'end' },
    ],
  }

  it('is refused by a program without those lines', async () => {
    const without = await testWorkspace({ registry, effects })
    await expect(without.publish(journey)).rejects.toThrow('WM1004 (badge): Unknown node type “pin-badge”')
    await without.close()
  })

  it('is published, walked, counted and applied like any other', async () => {
    const published = await w.publish(journey)
    const ann = await w.member({})
    await w.post(ann, 'joined')
    await w.drain()
    await w.post(ann, 'joined')
    await w.drain()
    expect(await w.paths()).toEqual({ [ann]: 'start:next badge:pinned end:ended | start:next badge:had' })
    expect(await w.query('SELECT member_id, tag FROM member_tag')).toEqual([{ member_id: ann, tag: 'early bird' }])
    await w.reconcileCounts(published)
  })
})
