import { personOfActor } from '../../core/actors.ts'
import { UserError } from '../../core/errors.ts'
import { InFlight } from '../../core/journey/in-flight.ts'
import { journeyAfter } from '../../core/lifecycles/journey.ts'
import type { NoticeContent } from '../../core/notices.ts'
import { tellTeam } from '../../reach/face.ts'
import { clockOf } from '../../store/moment.ts'
import { approvalsSql } from '../../store/sql/approvals.ts'
import type { DbTx, Row, Tx } from '../../store/store.ts'
import { invalidJourney } from '../begin-move.ts'
import { lockedJourney } from '../control.ts'
import type { Engine } from '../engine.ts'
import { checkJourney, publishDraft } from '../journeys/check.ts'
import { type Author, draftOf, refuseChanged } from '../journeys/drafts.ts'
import { rehearseMove } from '../journeys/in-flight.ts'

export interface Ask {
  /** What it is for, as the second person reads it. */
  readonly note: string
  readonly inFlight: InFlight
}

/**
 * Asks that a second person publish the draft of a journey as it is at this revision; answers the id of the request. Throws the
 * UserErrors of publishing, and `approval-open` where somebody has asked already, `approval-needless` where nobody else must agree.
 */
export async function askApproval(
  engine: Engine,
  tx: DbTx,
  key: string,
  expected: number,
  { note, inFlight }: Ask,
  author: Author,
): Promise<number> {
  const journey = await lockedJourney(tx, key)
  const draft = await draftOf(tx, journey)
  refuseChanged(draft, expected)
  if (!journeyAfter(journey.state, 'publish'))
    throw new UserError('journey-state', `The journey is ${journey.state}: it cannot be published now.`)
  const [open] = await tx.sql.query(approvalsSql.open, [journey.id])
  if (open)
    throw new UserError('approval-open', `${open.asked_name} has asked already: wait for the answer, or withdraw that.`)
  const { problems, audience, approval } = await checkJourney(engine, tx, key)
  if (problems.some((found) => found.severity === 'error')) throw invalidJourney(problems)
  if (approval.length === 0)
    throw new UserError('approval-needless', 'Nobody else has to agree to this: publish it yourself.')
  const { problems: moving } = await rehearseMove(engine, tx, key, inFlight)
  if (moving.length > 0) throw invalidJourney(moving)
  const base = journey.versionId ? await tx.db.version.findFirst({ where: { id: journey.versionId } }) : null
  const at = await clockOf(tx)
  const [row] = await tx.sql.query(approvalsSql.ask, [
    ...([tx.tenant, journey.id, JSON.stringify(draft.document), draft.revision, base?.number ?? null] as const),
    ...([JSON.stringify(inFlight), audience, JSON.stringify({ reasons: approval }), note] as const),
    ...([author.actor, author.name, at] as const),
  ])
  if (!row) throw new Error('a row that was inserted is not there')
  await tellTeam(tx, {
    ...{ key: `approval/${row.id}`, at, journey: journey.id, to: { roles: ['approver', 'admin'] } },
    ...{ code: 'approval-asked', params: { by: author.name, note } },
  })
  const state = journeyAfter(journey.state, 'submit')
  if (state) await tx.db.journey.updateMany({ where: { key }, data: { state } })
  const detail = { approval: String(row.id), audience, why: approval.map(({ why }) => why) }
  await tx.db.audit.create({
    data: { tenantId: BigInt(tx.tenant), actor: author.actor, action: 'approval.ask', subject: key, detail },
  })
  return row.id
}

/** Tells whether somebody may still ask, or decide, in this transaction: roles change while a request waits. */
export type Standing = (actor: string, what: 'ask' | 'decide') => Promise<boolean>

/**
 * Agrees to a request, and publishes exactly what was asked for. Throws the UserErrors of publishing, and `approval-unknown`,
 * `approval-decided`, `approval-own`, `not-allowed`, `approval-asker-gone`; the request then waits as before.
 */
export async function approve(engine: Engine, tx: DbTx, id: number, by: Author, isStill: Standing) {
  const asked = await openRequest(tx, id)
  await refuseSelf(asked, by, isStill)
  if (!(await isStill(asked.asked_by, 'ask')))
    throw new UserError(
      'approval-asker-gone',
      `${asked.asked_name} may not publish any more: reject this, and let somebody ask again who may.`,
    )
  const inFlight = InFlight.parse(asked.in_flight)
  const published = await publishDraft(engine, tx, asked.key, asked.revision, by, inFlight, id)
  await decide(tx, id, 'approved', by, { version: published.version })
  await tellAsker(tx, asked, { code: 'approval-approved', params: { by: by.name, version: published.version } })
  return published
}

/** Refuses a request, saying why. Throws the UserErrors of `approve` that are not of publishing. */
export async function reject(tx: DbTx, id: number, answer: string, by: Author, isStill: Standing): Promise<void> {
  const asked = await openRequest(tx, id)
  await refuseSelf(asked, by, isStill)
  await decide(tx, id, 'rejected', by, { answer })
  await tellAsker(tx, asked, { code: 'approval-rejected', params: { by: by.name, answer } })
}

/** Takes a request back: whoever asked may. */
export async function withdraw(tx: DbTx, id: number, by: Author): Promise<void> {
  const asked = await openRequest(tx, id)
  if (asked.asked_by !== by.actor)
    throw new UserError('approval-not-own', `${asked.asked_name} has asked, and may withdraw it; you may reject it.`)
  await decide(tx, id, 'withdrawn', by, {})
}

/** The request of an id, its journey locked, while nobody has decided about it. */
async function openRequest(tx: DbTx, id: number): Promise<Row<'approvals.one'>> {
  const [found] = await tx.sql.query(approvalsSql.one, [id])
  if (!found) throw unknownApproval()
  await lockedJourney(tx, found.key)
  const [asked] = await tx.sql.query(approvalsSql.one, [id])
  if (asked?.state === 'asked') return asked
  const who = asked?.decided_name ? ` by ${asked.decided_name}` : ''
  const what =
    asked?.state === 'overtaken' ? 'overtaken: the journey was changed since it was asked for' : `${asked?.state}${who}`
  throw new UserError('approval-decided', `The request is ${what}. Nothing was done.`, { state: asked?.state })
}

export const unknownApproval = () => new UserError('approval-unknown', 'There is no such request: load the list again.')

async function refuseSelf(asked: Row<'approvals.one'>, by: Author, isStill: Standing): Promise<void> {
  if (asked.asked_by === by.actor)
    throw new UserError('approval-own', 'You have asked yourself: somebody else has to agree.')
  if (!(await isStill(by.actor, 'decide')))
    throw new UserError('not-allowed', 'You may not approve any more: ask an admin.')
}

const DEEDS = { approved: 'approval.approve', rejected: 'approval.reject', withdrawn: 'approval.withdraw' } as const

async function decide(
  tx: Tx,
  id: number,
  state: keyof typeof DEEDS,
  by: Author,
  { answer = null, version = null }: { answer?: string | null; version?: number | null },
): Promise<void> {
  const at = await clockOf(tx)
  await tx.sql.query(approvalsSql.decide, [id, state, DEEDS[state], by.actor, by.name, at, answer, version])
}

/** Tells whoever asked what was decided; a program that asked looks itself. */
async function tellAsker(tx: Tx, asked: Row<'approvals.one'>, told: NoticeContent): Promise<void> {
  const person = personOfActor(asked.asked_by)
  if (person === undefined) return
  const key = `approval/${asked.id}/decided`
  await tellTeam(tx, { key, at: await clockOf(tx), journey: asked.journey_id, to: { people: [person] }, ...told })
}
