import type { EffectVisit } from '../core/journey/effect.ts'

/** What visits are drawn in order by: the moment they are judged at, then the enrolment. */
export type Drawing = Pick<EffectVisit, 'at' | 'enrolment' | 'visit' | 'member'>

const before = (a: Omit<Drawing, 'member'>, b: Omit<Drawing, 'member'>) =>
  a.at - b.at || a.enrolment - b.enrolment || a.visit - b.visit

/** Whatever stands for visits, in the order in which they are drawn. */
export const inTurn = <V>(all: readonly V[], drawing: (one: V) => Omit<Drawing, 'member'>): V[] =>
  all
    .map((one) => ({ one, by: drawing(one) }))
    .sort((a, b) => before(a.by, b.by))
    .map(({ one }) => one)

/** Asks for visits in the order in which they are drawn; answers by their own positions. */
export async function inOrder<V extends Drawing, T>(
  visits: readonly V[],
  ask: (ordered: readonly V[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const positions = visits.map((visit, position) => ({ visit, position })).sort((a, b) => before(a.visit, b.visit))
  const answers = await ask(positions.map(({ visit }) => visit))
  return positions
    .map(({ position }, i) => ({ position, answer: answers[i] as T })) // one answer for each visit
    .sort((a, b) => a.position - b.position)
    .map(({ answer }) => answer)
}
