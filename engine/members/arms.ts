import type { JourneyId, MemberId } from '../core/ids.ts'
import { numbers, texts } from '../store/literal.ts'
import { membersSql } from '../store/sql/members.ts'
import type { Tx } from '../store/store.ts'

/** Keeps the arm a member was drawn into at a node of a journey; an arm kept before stays. */
export function keepArms(
  tx: Tx,
  { journey, nodeKey }: { journey: JourneyId; nodeKey: number },
  arms: readonly { member: MemberId; arm: string }[],
): void {
  const members = numbers(arms.map((a) => a.member))
  tx.sql.write(membersSql.keepArm, [tx.tenant, journey, nodeKey, members, texts(arms.map((a) => a.arm))])
}
