import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { planMessages } from '../../engine/reach/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

/** The inbox is our own: a message is accepted as soon as it is written. */
export const apply = defineEffect<Tx, Settings>(async (tx, { journey, version, node, settings, visits }) => {
  const plan = { journey, version, node, channel: 'inbox', purpose: settings.purpose } as const
  planMessages(tx, plan, visits, (visit) => visit.body)
  return { results: visits.map(() => leave('sent')), events: [] }
})
