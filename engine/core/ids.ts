/** Ids are positive whole numbers below 2^53, branded so that one kind is never taken for another. */
type Id<Kind extends string> = number & { readonly __id: Kind }

export type TenantId = Id<'tenant'>
export type MemberId = Id<'member'>
export type JourneyId = Id<'journey'>
export type VersionId = Id<'version'>
export type EnrolmentId = Id<'enrolment'>
export type EventId = Id<'event'>
export type RunId = Id<'run'>

/** Brands a number that a table or a parser vouches for. Throws a RangeError on anything that cannot be an id. */
export function id<T extends Id<string>>(value: number | string): T {
  const n = typeof value === 'string' ? Number(value) : value
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not an id: ${value}`)
  return n as T // the check above is the brand's whole meaning
}

/** The enrolments that one driver job walks: negative `shard` = one member's own shard, otherwise its number in the journey. */
export interface ShardRef {
  readonly tenant: TenantId
  readonly journey: JourneyId
  readonly shard: number
}

/** The messages that one driver job sends: a part of what a sending account carries. */
export interface LaneRef {
  readonly tenant: TenantId
  readonly account: number
  readonly lane: number
}
