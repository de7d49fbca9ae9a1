import type { JourneyId, VersionId } from '../core/ids.ts'
import type { EffectAnswer, EffectBatch } from '../core/journey/effect.ts'
import type { FactRequests, FactsOf } from '../core/journey/facts.ts'
import { leave } from '../core/journey/node.ts'
import { type Cap, type CapsOf, overCap } from '../core/sending/caps.ts'
import type { Group, Performing, Walk } from '../core/walk/walk.ts'
import type { Tx } from '../store/store.ts'
import { applyWithinBudgets } from './budgets.ts'
import { stoppedByCaps } from './caps.ts'
import { closeToNewcomers } from './closing.ts'
import type { ApplyEffect } from './effects.ts'
import type { Engine } from './engine.ts'
import { oneDeeper, type Raised } from './event.ts'
import { loadFacts } from './facts.ts'

interface Place {
  readonly walk: Walk
  readonly group: Group
  readonly journey: JourneyId
  readonly version: VersionId
  readonly zone: string
  readonly publishedAt: number | undefined
  readonly caps: CapsOf
}

/** The facts of those who stand at a node; careful, undefined where they cannot be loaded: all of them fail at the node then. */
export async function factsOf(tx: Tx, place: Place, careful: boolean): Promise<FactsOf<FactRequests>[] | undefined> {
  const { walk, group, journey, zone, publishedAt } = place
  const { key, isOnCycle } = group.node
  const node = { key, isOnCycle, requests: group.requests }
  const load = () => loadFacts(tx, { journey, zone, publishedAt, node }, group.arrivals)
  if (!careful) return load()
  const answer = await inSavepoint(tx, load)
  if ('result' in answer) return answer.result
  for (const arrival of group.arrivals) walk.throwAt(group, arrival, answer.error)
  return undefined
}

async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<{ result: T } | { error: unknown }> {
  await tx.sql.flush()
  await tx.sql.query('SAVEPOINT visit')
  try {
    const result = await work()
    await tx.sql.flush()
    await tx.sql.query('RELEASE SAVEPOINT visit')
    return { result }
  } catch (error) {
    await tx.sql.query('ROLLBACK TO SAVEPOINT visit')
    return { error }
  }
}

/** Applies one node's effect to the visits that ask for it, and lets them go on as it answers. */
export async function performEffects(
  engine: Engine,
  tx: Tx,
  place: Place,
  performing: readonly Performing[],
  careful: boolean,
): Promise<Raised[]> {
  const { group, walk } = place
  const apply = engine.effects.get(group.node.type)
  if (!apply) throw new Error(`node type "${group.node.type}" has no effect registered`)
  if (!careful) return settleAll(tx, place, await applyTo(tx, place, apply, performing))
  const raised: Raised[] = []
  for (const one of performing) {
    const answer = await inSavepoint(tx, () => applyTo(tx, place, apply, [one]))
    if ('error' in answer) walk.throwAt(group, one, answer.error)
    else raised.push(...settleAll(tx, place, answer.result))
  }
  return raised
}

interface Applied {
  readonly stopped: ReadonlyMap<Performing, Cap>
  readonly going: readonly Performing[]
  readonly answer: EffectAnswer
}

const NOTHING: EffectAnswer = { results: [], events: [] }

/** Applies an effect to those whom no limit of the journey or the workspace stops. */
async function applyTo(tx: Tx, place: Place, apply: ApplyEffect, performing: readonly Performing[]): Promise<Applied> {
  const { journey, caps, group } = place
  const stopped = await stoppedByCaps(tx, { journey, caps, sends: group.node.sends }, performing)
  const going = stopped.size === 0 ? performing : performing.filter((one) => !stopped.has(one))
  if (going.length === 0) return { stopped, going, answer: NOTHING }
  const perform = (visits: readonly Performing[]) => apply(tx, batchOf(place, visits))
  const { spender, outcomes } = group.node
  const answer = spender
    ? await applyWithinBudgets(tx, { journey, spender, outcomes }, going, perform)
    : await perform(going)
  return { stopped, going, answer }
}

const batchOf = ({ group, journey, version, zone }: Place, performing: readonly Performing[]): EffectBatch => ({
  journey,
  version,
  node: group.index,
  nodeKey: group.node.key,
  zone,
  settings: group.node.settings,
  outcomes: group.node.outcomes,
  visits: performing.map(({ traveller, at, body }) => ({
    enrolment: traveller.enrolment,
    visit: traveller.visit,
    member: traveller.member,
    enteredAt: traveller.enteredAt,
    at,
    body,
  })),
})

function settleAll(
  tx: Tx,
  { walk, group, journey }: Place,
  { stopped, going: performing, answer: { results, events, closes } }: Applied,
) {
  for (const [arrival, cap] of stopped) walk.settle(group, arrival, leave('blocked', overCap(cap)))
  if (results.length !== performing.length)
    throw new Error(`the effect of "${group.node.type}" left a member without an answer`)
  performing.forEach((arrival, i) => {
    const result = results[i]
    if (result) walk.settle(group, arrival, result)
  })
  if (closes) closeToNewcomers(tx, journey)
  if (events.length === 0) return []
  return oneDeeper(
    events,
    performing.map(({ traveller }) => traveller),
  )
}
