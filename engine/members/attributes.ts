import type { EnrolmentId, MemberId } from '../core/ids.ts'
import { enteredMonth, type RaisedEvent } from '../core/journey/effect.ts'
import { memberChanged } from '../core/journey/own-events.ts'
import type { Json } from '../core/json.ts'
import { codeOf, EFFECTS } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { attributesSql } from '../store/sql/attributes.ts'
import type { Tx } from '../store/store.ts'

/** What one visit does to an attribute: the value it gets (null: none), or the number that is added. */
export interface AttributeChange {
  readonly member: MemberId
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly enteredAt: number
  readonly at: number
  readonly value: Json
}

/**
 * Gives one attribute of many locked members its values, the latest last, or adds to it, from 0 where there is no number. The
 * same visit does so once, however often it is asked. Answers whose attribute is other than before.
 */
export async function changeAttribute(
  tx: Tx,
  name: string,
  how: 'set' | 'add',
  changes: readonly AttributeChange[],
): Promise<RaisedEvent[]> {
  const changed = await tx.sql.query(attributesSql.change, [
    tx.tenant,
    codeOf(EFFECTS, 'attribute'),
    name,
    how === 'add',
    texts(changes.map((c) => enteredMonth(c.enteredAt))),
    numbers(changes.map((c) => c.enrolment)),
    numbers(changes.map((c) => c.visit)),
    numbers(changes.map((c) => c.member)),
    numbers(changes.map((c) => c.at)),
    jsons(changes.map((c) => c.value)),
  ])
  return changed.map(({ member_id: member, at, was, is }) => ({
    member,
    at,
    ...memberChanged({ [name]: { was, is } }),
  }))
}
