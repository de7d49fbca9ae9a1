import { z } from 'zod'
import type { Engine } from '../runtime/engine.ts'
import { usesOf } from '../runtime/uses.ts'
import type { DbTx } from '../store/store.ts'
import { InWorkspace } from './guard.ts'
import { Journey } from './member-shapes.ts'
import { Problem } from './problems.ts'

/** What the routes of segments and of groups have in common: journeys name both by a key. */

export const Key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write lower-case letters, digits and hyphens')
  .max(64)
export const Address = InWorkspace.extend({ key: z.string().max(64) })
export const UsedBy = z.array(Journey).describe('journeys whose live version names it')
export const Done = z.object({ done: z.literal(true) })

/** Throws the problem `segment-used`, or `group-used`, where a journey that is live names it. */
export async function refuseUsed(engine: Engine, tx: DbTx, kind: 'segment' | 'group', key: string): Promise<void> {
  const used = (await usesOf(engine, tx, kind)).get(key) ?? []
  if (used.length === 0) return
  const names = used.map(({ name }) => `“${name}”`).join(', ')
  const detail = `Used by ${names}: choose another ${kind} there, or stop the journey, then delete this one.`
  throw new Problem(`${kind}-used`, detail, { journeys: used })
}
