/** Names of the smallints in hot tables, by position. Append only. */
export const MEMBER_STATUS = ['visitor', 'lead', 'member', 'paid', 'closed'] as const
export const POINTS_KINDS = ['spendable', 'growth', 'yearly'] as const
export const REFUSALS = [
  'already-entered',
  'still-inside',
  'too-many-entries',
  'too-many-at-once',
  'outside-window',
  'too-late',
  'too-deep',
  'journey-not-running',
  'member-filter',
  'in-other-journey',
] as const
/** What a stimulus does: an event may wake, the others take out. */
export const STIMULI = ['event', 'exit', 'goal'] as const
export const EFFECTS = ['message', 'points', 'tag', 'attribute', 'notice'] as const

export type Refusal = (typeof REFUSALS)[number]

/** The smallint of a name. */
export const codeOf = <T extends string>(names: readonly T[], name: T): number => names.indexOf(name)

/** The name of a smallint. Throws on a number this program does not know. */
export function nameOf<T extends string>(names: readonly T[], code: number): T {
  const name = names[code]
  if (name === undefined) throw new RangeError(`unknown code ${code}`)
  return name
}
