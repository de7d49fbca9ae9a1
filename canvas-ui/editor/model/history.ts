import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import type { Selection } from '../../canvas/selection.ts'

/** How many steps can be taken back. */
export const STEPS = 200

/** A document as it was, and what was chosen in it. Documents share what did not change. */
export interface Moment {
  readonly document: JourneyDocument
  readonly selection: Selection
}

interface Step<Name> {
  /** What was done after, or undone before, this moment. */
  readonly name: Name
  readonly moment: Moment
}

export interface History<Name extends string> {
  readonly past: readonly Step<Name>[]
  readonly present: Moment
  readonly future: readonly Step<Name>[]
  /** Names the burst of edits that the last step gathers, while it goes on. */
  readonly burst: string | undefined
}

export const begin = <Name extends string>(present: Moment): History<Name> => ({
  past: [],
  present,
  future: [],
  burst: undefined,
})

/** Goes on to `next`. Edits of one burst, such as the letters of a word, are one step. A document that stays the same is no step. */
export function step<Name extends string>(
  history: History<Name>,
  name: Name,
  next: Moment,
  burst?: string,
): History<Name> {
  const { past, present } = history
  if (next.document === present.document) return { ...history, present: next }
  const goesOn = burst !== undefined && burst === history.burst
  const steps = goesOn ? past : [...past, { name, moment: present }].slice(-STEPS)
  return { past: steps, present: next, future: [], burst }
}

/** Ends a burst: the next edit is a step of its own. */
export const pause = <Name extends string>(history: History<Name>): History<Name> => ({ ...history, burst: undefined })

/** Chooses something else, which is no step. */
export const choose = <Name extends string>(history: History<Name>, selection: Selection): History<Name> => ({
  ...history,
  present: { ...history.present, selection },
})

export function undo<Name extends string>(history: History<Name>): History<Name> {
  const last = history.past.at(-1)
  if (!last) return history
  const { past, present, future } = history
  return {
    past: past.slice(0, -1),
    present: last.moment,
    future: [{ name: last.name, moment: present }, ...future],
    burst: undefined,
  }
}

export function redo<Name extends string>(history: History<Name>): History<Name> {
  const [next, ...future] = history.future
  if (!next) return history
  const { past, present } = history
  return { past: [...past, { name: next.name, moment: present }], present: next.moment, future, burst: undefined }
}
