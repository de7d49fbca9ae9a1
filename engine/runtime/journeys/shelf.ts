import { UserError } from '../../core/errors.ts'
import type { JourneyId } from '../../core/ids.ts'
import { copyName } from '../../core/journey/copy-name.ts'
import type { JourneyDocument } from '../../core/journey/document.ts'
import { type JourneyEvent, journeyAfter } from '../../core/lifecycles/journey.ts'
import { texts } from '../../store/literal.ts'
import { clockOf } from '../../store/moment.ts'
import { approvalsSql } from '../../store/sql/approvals.ts'
import { draftsSql } from '../../store/sql/drafts.ts'
import type { DbTx } from '../../store/store.ts'
import { lockedJourney, unknownJourney } from '../control.ts'
import { type Author, type Draft, draftOf, emptyDocument, isDrawable, readDocument, writeDraft } from './drafts.ts'

const MOST_KEY = 50
const NOTHING_SAVED: Draft = { document: {}, revision: 0, published: 0, savedBy: null, savedAt: null }

/** What a person may order, and the event of the machine that it takes. */
const ORDERS = {
  publish: 'publish',
  pause: 'pause',
  resume: 'resume',
  stop: 'stop',
  archive: 'archive',
  /** There is somebody to retry where there is somebody to stop. */
  retry: 'stop',
} as const satisfies Record<string, JourneyEvent>
export type Order = 'edit' | keyof typeof ORDERS

/** What the state of a journey allows. */
export function allowedIn(state: string): Order[] {
  const orders = Object.keys(ORDERS) as (keyof typeof ORDERS)[] // its own keys
  const allowed = orders.filter((order) => journeyAfter(state, ORDERS[order]) !== undefined)
  return isDrawable(state) ? ['edit', ...allowed] : allowed
}

/** A journey as its editor opens it. */
export interface OpenJourney {
  readonly key: string
  readonly name: string
  readonly state: string
  readonly folder: string | null
  readonly labels: readonly string[]
  readonly owner: string | null
  readonly draft: Draft
  readonly hasDraft: boolean
  readonly live: { readonly number: number; readonly document: unknown; readonly publishedAt: Date } | null
  /** Newest first. */
  readonly versions: readonly Version[]
}

interface Version {
  readonly number: number
  readonly publishedAt: Date
  /** Who asked for it and who agreed, where a second person did; epoch milliseconds. */
  readonly approved: { readonly asker: string; readonly by: string; readonly at: number } | null
}

/** Opens a journey. Throws a UserError where there is none of this key. */
export async function openJourney(tx: DbTx, key: string): Promise<OpenJourney> {
  const journey = await tx.db.journey.findFirst({ where: { key } })
  if (!journey) throw unknownJourney(key)
  const { name, state, folder, labels, owner, versionId } = journey
  const draft = await draftOf(tx, { ...journey, id: Number(journey.id) as JourneyId }) // a key of the table
  const select = { number: true, publishedAt: true } as const
  const numbers = await tx.db.version.findMany({
    where: { journeyId: journey.id },
    select,
    orderBy: { number: 'desc' },
  })
  const rows = await tx.sql.query(approvalsSql.agreed, [Number(journey.id)])
  const agreed = new Map(
    rows.map((row) => [row.version, { asker: row.asked_name, by: row.decided_name, at: row.decided_at }]),
  )
  const versions = numbers.map((one) => ({ ...one, approved: agreed.get(one.number) ?? null }))
  const live = versionId ? await tx.db.version.findFirst({ where: { id: versionId } }) : null
  return { key, name, state, folder, labels, owner, draft, hasDraft: isAhead(draft, live !== null), live, versions }
}

/** Whether a draft has changes that are not published. */
export const isAhead = ({ revision, published }: Pick<Draft, 'revision' | 'published'>, isLive: boolean): boolean =>
  revision > published || !isLive

export interface NewJourney {
  readonly name?: string | undefined
  readonly folder?: string | undefined
  readonly labels?: readonly string[]
  /** Absent: an empty one. It may come from outside. */
  readonly document?: unknown
}

/** Makes a journey that is a draft; answers its key, which never changes. Throws a UserError for what is no journey document. */
export async function createJourney(tx: DbTx, made: NewJourney, author: Author, from?: string): Promise<string> {
  const document: JourneyDocument | undefined = made.document === undefined ? undefined : readDocument(made.document)
  const name = made.name ?? document?.name ?? ''
  const { key, id } = await freeKey(tx, document?.key ?? name, name, made, author)
  await writeDraft(tx, id, { ...(document ?? emptyDocument(key, name)), key, name }, NOTHING_SAVED, author)
  await audit(tx, author, from === undefined ? 'journey.create' : 'journey.duplicate', key, from ? { from } : {})
  return key
}

/** Takes the first key that is free: from the name where it has Latin letters or digits. */
async function freeKey(tx: DbTx, wanted: string, name: string, { folder, labels = [] }: NewJourney, author: Author) {
  const words = wanted
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['journey']
  const base = words.join('-').slice(0, MOST_KEY).replace(/-$/, '')
  for (;;) {
    const taken = new Set((await tx.sql.query(draftsSql.keysLike, [base])).map((row) => row.key))
    let key = base
    for (let n = 2; taken.has(key); n++) key = `${base}-${n}`
    const values = [tx.tenant, key, name, folder ?? null, texts(labels), author.name] as const
    const [row] = await tx.sql.query(draftsSql.create, [...values])
    if (row) return { key, id: row.id } // else another took it meanwhile
  }
}

/** Makes a draft of what is drawn of another journey; answers its key. */
export async function duplicateJourney(tx: DbTx, key: string, name: string | undefined, author: Author) {
  const from = await openJourney(tx, key)
  const place = { labels: from.labels, folder: from.folder ?? undefined, document: from.draft.document }
  return createJourney(tx, { ...place, name: name ?? copyName(from.name, ' (2)') }, author, key)
}

export interface JourneyChange {
  readonly name?: string | undefined
  readonly folder?: string | null | undefined
  readonly labels?: readonly string[] | undefined
  readonly archived?: true | undefined
}

/** Renames, moves, labels or archives a journey. Throws a UserError where its state refuses that. */
export async function changeJourney(tx: DbTx, key: string, change: JourneyChange, author: Author): Promise<void> {
  const journey = await lockedJourney(tx, key)
  const { name, folder, labels, archived } = change
  const state = archived ? journeyAfter(journey.state, 'archive') : journey.state
  if (!state) throw new UserError('journey-state', `Journey “${key}” is ${journey.state}: stop it, then archive it.`)
  if (name !== undefined && name !== journey.name) {
    const draft = await draftOf(tx, journey)
    const inStep = !isAhead(draft, journey.versionId !== null)
    await writeDraft(tx, journey.id, { ...draft.document, name }, draft, author, inStep)
  }
  const data = {
    ...(archived ? { state } : {}),
    ...(folder === undefined ? {} : { folder }),
    ...(labels ? { labels: [...labels] } : {}),
  }
  await tx.db.journey.updateMany({ where: { key }, data })
  if (archived) tx.sql.write(approvalsSql.overtake, [journey.id, author.actor, await clockOf(tx), null])
  const done = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  await audit(tx, author, archived ? 'journey.archive' : 'journey.change', key, done)
}

async function audit(tx: DbTx, { actor }: Author, action: string, subject: string, detail: object): Promise<void> {
  const tenantId = BigInt(tx.tenant)
  await tx.db.audit.create({ data: { tenantId, actor, action, subject, detail: { ...detail } } })
}
