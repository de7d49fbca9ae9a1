import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import type { Json } from '../../engine/core/json.ts'
import { changeAttribute } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

type Body = { value: Json } | { add: number }

export const apply = defineEffect<Tx, Settings, Body>(async (tx, { settings, visits }) => {
  const changes = visits.map(({ body, ...visit }) => ({ ...visit, value: 'add' in body ? body.add : body.value }))
  const events = await changeAttribute(tx, settings.attribute, settings.kind === 'add' ? 'add' : 'set', changes)
  return { results: visits.map(() => leave('next')), events }
})
