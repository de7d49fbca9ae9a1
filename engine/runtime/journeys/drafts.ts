import { UserError } from '../../core/errors.ts'
import type { JourneyId } from '../../core/ids.ts'
import { parseDocument } from '../../core/journey/compile.ts'
import { DOCUMENT_SCHEMA, type JourneyDocument, JourneySettings } from '../../core/journey/document.ts'
import { problemText } from '../../core/journey/problems.locale.ts'
import { problem } from '../../core/journey/problems.ts'
import { isAllStorable, type JsonObject } from '../../core/json.ts'
import { clockOf } from '../../store/moment.ts'
import { approvalsSql } from '../../store/sql/approvals.ts'
import { draftsSql } from '../../store/sql/drafts.ts'
import type { DbTx } from '../../store/store.ts'
import { lockedJourney } from '../control.ts'

/** Who saves: the name is shown to others, the audit gets `actor`. */
export interface Author {
  readonly actor: string
  readonly name: string
}

/** What is drawn of a journey. Times are epoch milliseconds. */
export interface Draft {
  readonly document: JsonObject
  /** Grows with each save; 0 where nothing was saved since the document was published. */
  readonly revision: number
  /** The revision that the newest version was published from. */
  readonly published: number
  readonly savedBy: string | null
  readonly savedAt: number | null
}

/** Whatever becomes of a journey, its next version can be drawn, until it is archived. */
export const isDrawable = (state: string): boolean => state !== 'archived'

/** The draft of a journey: what was saved last, else what is live, else an empty one. */
export async function draftOf(
  tx: DbTx,
  journey: { readonly id: JourneyId; readonly key: string; readonly name: string; readonly versionId: bigint | null },
): Promise<Draft> {
  const row = await tx.db.draft.findFirst({ where: { journeyId: BigInt(journey.id) } })
  if (row) {
    const { revision, published, savedBy } = row
    // Documents are written here and by publish alone.
    return { document: row.document as JsonObject, revision, published, savedBy, savedAt: row.savedAt.getTime() }
  }
  const unsaved = { revision: 0, published: 0, savedBy: null, savedAt: null }
  const live = journey.versionId ? await tx.db.version.findFirst({ where: { id: journey.versionId } }) : null
  return { ...unsaved, document: live ? (live.document as JsonObject) : emptyDocument(journey.key, journey.name) }
}

export const emptyDocument = (key: string, name: string): JsonObject => ({
  ...{ schema: DOCUMENT_SCHEMA, key, name },
  ...{ settings: JSON.parse(JSON.stringify(JourneySettings.parse({}))), nodes: [], edges: [] },
})

/**
 * A document from outside, lifted to the newest shape. Problems that only publishing minds are kept in it, nodes of unknown
 * types too. Throws a UserError for what is no journey document at all, with its problems.
 */
export function readDocument(input: unknown): JourneyDocument {
  const { document, problems } = parseDocument(input)
  const all = document && !isAllStorable(document) ? [UNSTORABLE] : problems
  if (document && all.length === 0) return document
  const sentences = all.map((found) => problemText(found, 'en'))
  throw new UserError('document-invalid', sentences.join('\n'), { problems: all })
}

const UNSTORABLE = problem(
  'document-invalid',
  {},
  {
    message: 'a text holds a character that cannot be stored: remove it',
    messageZh: '有文字含有无法保存的字符，请删除',
  },
)

/** Says so where somebody else saved in between, and carries what is there now. */
export function refuseChanged({ document, revision, savedBy, savedAt }: Draft, expected: number): void {
  if (revision === expected) return
  const who = savedBy ? `${savedBy} saved` : 'It was saved'
  const at = savedAt === null ? null : new Date(savedAt).toISOString()
  throw new UserError(
    'draft-changed',
    `${who} this draft meanwhile: it is at revision ${revision}, yours began at ${expected}. Nothing of either was lost: compare them, then save again.`,
    { document, revision, savedBy, savedAt: at },
  )
}

/**
 * Saves what is drawn. `expected` is the revision that the author began with. Throws the UserErrors `draft-changed`, with what is
 * there, where another came first; `document-invalid`; `journey-state` where the journey is archived.
 */
export async function saveDraft(
  tx: DbTx,
  key: string,
  input: unknown,
  expected: number,
  author: Author,
): Promise<{ revision: number; savedAt: number }> {
  const parsed = readDocument(input)
  const journey = await lockedJourney(tx, key)
  if (!isDrawable(journey.state))
    throw new UserError('journey-state', `Journey “${key}” is archived: duplicate it to draw on.`)
  const draft = await draftOf(tx, journey)
  refuseChanged(draft, expected)
  return writeDraft(tx, journey.id, { ...parsed, key }, draft, author)
}

/**
 * Writes the next revision; one `inStep` with what is published stays so. Whoever was asked to publish the one before is not asked
 * any more. The journey must be locked.
 */
export async function writeDraft(
  tx: DbTx,
  journey: JourneyId,
  document: JourneyDocument | JsonObject,
  before: Draft,
  { actor, name }: Author,
  inStep = false,
): Promise<{ revision: number; savedAt: number }> {
  const savedAt = await clockOf(tx)
  const revision = before.revision + 1
  const json = JSON.stringify(document)
  const published = inStep ? revision : before.published
  tx.sql.write(draftsSql.save, [tx.tenant, journey, json, revision, published, name, savedAt])
  tx.sql.write(approvalsSql.overtake, [journey, actor, savedAt, null])
  await tx.db.journey.updateMany({ where: { id: BigInt(journey) }, data: { name: String(document.name) } })
  return { revision, savedAt }
}
