import type { MemberId } from '../../core/ids.ts'
import { CHANNELS, PURPOSES } from '../../core/journey/facts.ts'
import type { Person, Reach } from '../../core/simulate/person.ts'
import { loadBalances } from '../../loyalty/face.ts'
import { loadProfile, setsOf } from '../../members/face.ts'
import { loadReachability } from '../../reach/face.ts'
import { peopleSql } from '../../store/sql/people.ts'
import type { Tx } from '../../store/store.ts'

/** Events of a copy: those before are forgotten by it. */
const MOST_EVENTS = 1_000

/** A member as a journey sees one, to simulate with; undefined where the workspace has no such member. */
export async function copyMember(tx: Tx, member: MemberId, journey: string): Promise<Person | undefined> {
  const profile = await loadProfile(tx, member)
  if (!profile) return undefined
  const balances = await loadBalances(tx, member)
  const reach: Reach = {}
  for (const channel of CHANNELS)
    for (const purpose of PURPOSES) {
      const [answer] = await loadReachability(tx, [member], channel, purpose)
      if (answer && !answer.reachable) reach[`${channel}/${purpose}`] = answer.reason
    }
  const arms = await tx.sql.query(peopleSql.arms, [member, journey])
  return {
    member,
    attributes: profile.attributes,
    joinedAt: profile.createdAt,
    tags: Object.fromEntries(profile.tags.map(({ tag, expiresAt }) => [tag, expiresAt])),
    points: {
      ...{ spendable: 0, growth: 0, yearly: 0 },
      ...Object.fromEntries(balances.map(({ account, balance }) => [account, balance])),
    },
    events: await tx.sql.query(peopleSql.lately, [member, MOST_EVENTS]),
    reach,
    sets: Object.fromEntries((await setsOf(tx, member)).map(({ of, key }) => [`${of}/${key}`, true])),
    arms: Object.fromEntries(arms.map(({ node, arm }) => [node, arm])),
  }
}
