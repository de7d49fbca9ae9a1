import { keepArms } from '../../engine/controls/face.ts'
import { defineEffect } from '../../engine/core/journey/effect.ts'
import type { Tx } from '../../engine/store/store.ts'
import { leaveBy, type Settings } from './node.ts'

/** Keeps each member's arm for good: it survives re-entry and edits. */
export const apply = defineEffect<Tx, Settings, { arm: string }>(async (tx, batch) => {
  const kept = batch.visits.map(({ member, at, body }) => ({
    ...{ member, arm: body.arm },
    ...(batch.settings.goal && { at }),
  }))
  keepArms(tx, batch, kept)
  return { results: kept.map(({ arm }) => leaveBy(batch.settings, arm)), events: [] }
})
