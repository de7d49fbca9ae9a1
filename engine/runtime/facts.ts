import type { EnrolmentId, JourneyId } from '../core/ids.ts'
import type { FactKind, FactRequest, FactRequests, FactsOf, FactValue } from '../core/journey/facts.ts'
import type { BoundNode } from '../core/journey/plan.ts'
import type { Traveller } from '../core/walk/traveller.ts'
import type { Tx } from '../store/store.ts'
import { loaders } from './loaders.ts'

export interface FactPlace {
  readonly journey: JourneyId
  readonly zone: string
  readonly node: Pick<BoundNode, 'key' | 'requests'> & Partial<Pick<BoundNode, 'isOnCycle'>>
  readonly publishedAt?: number | undefined
}

/** Whose facts, as of when. */
export interface FactSubject {
  readonly at: number
  /** Woken by its time: what happens at that instant is too late. */
  readonly due?: boolean
  readonly traveller: Pick<Traveller, 'member' | 'entryNo' | 'enteredAt' | 'arrivedAt' | 'previousAt'> & {
    /** Null for somebody who has not entered yet. */
    readonly enrolment: EnrolmentId | null
  }
}

/** Answers one request for many members: one value per subject, in order. */
export type FactLoader<K extends FactKind> = (
  tx: Tx,
  request: Extract<FactRequest, { kind: K }>,
  subjects: readonly FactSubject[],
  place: FactPlace,
) => Promise<FactValue<Extract<FactRequest, { kind: K }>>[]>

const NOTHING = Object.freeze({})

/** Loads what a node declared, set-based and all requests at once: one object of facts per subject. */
export async function loadFacts(
  tx: Tx,
  place: FactPlace,
  subjects: readonly FactSubject[],
): Promise<FactsOf<FactRequests>[]> {
  const wanted = Object.entries(place.node.requests)
  if (wanted.length === 0) return subjects.map(() => NOTHING)
  const columns = await Promise.all(
    wanted.map(async ([name, request]) => ({ name, values: await load(request, tx, subjects, place) })),
  )
  return subjects.map((_, i) => {
    const facts: Record<string, FactsOf<FactRequests>[string]> = {}
    for (const { name, values } of columns) facts[name] = values[i]
    return facts
  })
}

function load(request: FactRequest, tx: Tx, subjects: readonly FactSubject[], place: FactPlace) {
  const loader = loaders[request.kind] as FactLoader<FactKind> // the table's type pairs kinds with their loaders
  return loader(tx, request, subjects, place)
}
