import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import type { FactRequest, Membership, SetKind } from './facts.ts'
import type { Because, Reference } from './node.ts'

const keyChosenBy = (control: SetKind) => z.string().min(1).max(64).register(fieldHints, { hint: { control } })

export const SegmentKey = keyChosenBy('segment')
export const GroupKey = keyChosenBy('group')

/** Whom a condition asks for: members of any of these. */
export const MemberSets = z.strictObject({
  /** Judged as they arrive, by the rules of these segments. */
  segments: z.array(SegmentKey).max(20).default([]),
  /** Looked up in what these segments held when they were computed last. */
  computed: z.array(keyChosenBy('segment-set')).max(20).default([]),
  groups: z.array(GroupKey).max(20).default([]),
})
export type MemberSets = z.infer<typeof MemberSets>

interface SetName {
  readonly of: SetKind
  readonly key: string
}

const FIELDS = [
  ['segments', 'segment'],
  ['computed', 'segment-set'],
  ['groups', 'group'],
] as const

/** In the order they are asked. */
export const setsIn = (sets: MemberSets): SetName[] =>
  FIELDS.flatMap(([field, of]) => sets[field].map((key) => ({ of, key })))

const factName = ({ of, key }: SetName) => `${of}/${key}`

/** What must be known to tell who is in them. */
export const membershipFacts = (sets: readonly MemberSets[]): Record<string, FactRequest> =>
  Object.fromEntries(sets.flatMap(setsIn).map((set) => [factName(set), { kind: 'membership', ...set }]))

/** What must be there; `field` is where the sets stand in the settings, ending with a dot where they stand in something. */
export const setReferences = (sets: MemberSets, field = ''): Reference[] =>
  FIELDS.flatMap(([name, kind]) => sets[name].map((key) => ({ kind, key, field: `${field}${name}` })))

/**
 * Whether somebody is in one of these at `at`, and why: the first that has the member, and how old, in milliseconds, the oldest
 * answer is that was relied on; null: one of them was never computed, and has nobody.
 */
export function judgeSets(
  sets: MemberSets,
  facts: Readonly<Record<string, unknown>>,
  at: number,
): { holds: boolean; because: Because } {
  const asked = setsIn(sets).map((set) => ({ ...set, answer: facts[factName(set)] as Membership })) // as its request is answered
  const found = asked.find(({ answer }) => answer.holds)
  const times = (found ? [found] : asked).flatMap(({ answer }) =>
    answer.computedAt === undefined ? [] : [answer.computedAt],
  )
  const known = times.filter((time) => time !== null)
  const because = {
    ...(found && { in: found.key }),
    ...(known.length < times.length
      ? { age: null }
      : known.length > 0 && { age: Math.max(0, at - Math.min(...known)) }),
  }
  return { holds: found !== undefined, because }
}
