import type { JourneyId, MemberId } from '../core/ids.ts'
import { numbers, texts } from '../store/literal.ts'
import { controlsSql } from '../store/sql/controls.ts'
import type { Tx } from '../store/store.ts'

/** A node of a journey, in every version of it. */
export interface ArmPlace {
  readonly journey: JourneyId
  readonly nodeKey: number
}

/** The arms that members were drawn into at a node. */
export async function loadArms(
  tx: Tx,
  { journey, nodeKey }: ArmPlace,
  members: readonly MemberId[],
): Promise<Map<MemberId, string>> {
  if (members.length === 0) return new Map()
  const rows = await tx.sql.query(controlsSql.arms, [numbers(members), journey, nodeKey])
  return new Map(rows.map((row) => [row.member_id, row.arm]))
}

interface Armed {
  readonly member: MemberId
  readonly arm: string
}

/** `at`, epoch milliseconds: where what becomes of the members is measured. */
interface Drawn extends Armed {
  readonly at?: number
}

/** Keeps the arm a member was drawn into at a node of a journey; an arm kept before stays. */
export const keepArms = (tx: Tx, place: ArmPlace, arms: readonly Drawn[]): void =>
  tx.sql.write(controlsSql.keepArms, [...columns(tx, place, arms), `{${arms.map(({ at }) => at ?? 'NULL').join(',')}}`])

/** Keeps arms in place of those kept before. */
export const changeArms = (tx: Tx, place: ArmPlace, arms: readonly Armed[]): void =>
  tx.sql.write(controlsSql.changeArms, columns(tx, place, arms))

const columns = (tx: Tx, { journey, nodeKey }: ArmPlace, arms: readonly Armed[]) =>
  [tx.tenant, journey, nodeKey, numbers(arms.map((a) => a.member)), texts(arms.map((a) => a.arm))] as const
