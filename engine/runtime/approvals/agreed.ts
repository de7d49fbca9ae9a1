import { UserError } from '../../core/errors.ts'
import type { JourneyId } from '../../core/ids.ts'
import { reasonText } from '../../core/journey/approval.locale.ts'
import type { ApprovalReason } from '../../core/journey/approval.ts'
import type { InFlight } from '../../core/journey/in-flight.ts'
import { isSame } from '../../core/same.ts'
import { approvalsSql } from '../../store/sql/approvals.ts'
import type { DbTx } from '../../store/store.ts'
import { type Candidate, reasonsOf } from './rules.ts'

interface Publishing {
  readonly journey: JourneyId
  /** The document as it is stored. */
  readonly input: unknown
  readonly inFlight: InFlight
  readonly actor: string
  /** The request that a second person agrees to by publishing. */
  readonly approval: number | undefined
}

/**
 * Lets a journey be published: where nobody else must agree, or where whoever publishes agrees to a request of another for exactly
 * this document and this policy. Throws the UserErrors `approval-needed`, with what to do, and `approval-other`. The journey must be locked.
 */
export async function refuseUnagreed(tx: DbTx, candidate: Candidate, publishing: Publishing): Promise<void> {
  const { journey, input, inFlight, actor, approval } = publishing
  if (approval === undefined) {
    const reasons = await reasonsOf(tx, candidate, { journey })
    if (reasons.length > 0) throw approvalNeeded(candidate.document.key, reasons)
    return
  }
  const [asked] = await tx.sql.query(approvalsSql.one, [approval])
  const isThis =
    asked?.state === 'asked' &&
    asked.asked_by !== actor &&
    asked.journey_id === journey &&
    isSame(asked.document, input) &&
    isSame(asked.in_flight, inFlight)
  if (!isThis) throw new UserError('approval-other', 'What was asked for is not what would be published: ask again.')
}

const approvalNeeded = (key: string, reasons: readonly ApprovalReason[]): UserError =>
  new UserError(
    'approval-needed',
    `A second person publishes this: ${reasons.map((reason) => reasonText(reason, 'en')).join('; ')}. Ask for approval in the publish dialog, by POST …/journeys/${key}/approvals, or by \`waymark journeys push --publish --ask "why"\`. Nothing was published.`,
    { reasons },
  )
