import type { OwnDayFacts } from '../core/explain/facts.ts'
import type { JourneyId, MemberId } from '../core/ids.ts'
import { type AskedDay, originFor, ownDaysNear } from '../core/journey/own-days.ts'
import { loadProfile } from '../members/face.ts'
import { anniversariesSql } from '../store/sql/anniversaries.ts'
import type { Tx } from '../store/store.ts'

/** A member, and the trigger that goes by its days; `since` is when the journey was published as it is. */
export interface OwnDayPlace {
  readonly member: MemberId
  readonly journey: JourneyId
  readonly nodeKey: number
  readonly asked: AskedDay
  readonly since: number
}

type NoDay = { readonly attribute: string; readonly unreadable: boolean }

/** When the day of a member came and comes again, seen from `at`; or where it has none. */
export async function ownDayOf(tx: Tx, place: OwnDayPlace, at: number): Promise<OwnDayFacts | NoDay | undefined> {
  const { member, journey, nodeKey, asked } = place
  const profile = await loadProfile(tx, member)
  if (!profile) return undefined
  const { attribute } = asked.anniversary
  const who = { attributes: profile.attributes, joinedAt: profile.createdAt }
  const origin = originFor(asked, who)
  if (origin === undefined) {
    const said = attribute === undefined ? undefined : profile.attributes[attribute]
    return { attribute: attribute ?? '', unreadable: said !== undefined && said !== null && said !== '' }
  }
  const [taken] = await tx.sql.query(anniversariesSql.taken, [journey, nodeKey, member])
  const days = ownDaysNear(asked, who, at).filter(({ year }) => year !== taken?.year)
  const since = Math.max(place.since, profile.createdAt)
  return {
    attribute: attribute ?? null,
    origin,
    taken: taken ?? null,
    passed: days.findLast((day) => day.at <= at && day.at > since)?.at ?? null,
    next: days.find((day) => day.at > at)?.at ?? null,
  }
}
