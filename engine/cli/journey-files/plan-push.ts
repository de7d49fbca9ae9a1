import type { JourneyDocument } from '../../core/journey/document.ts'
import { type Base, printOf } from './base.ts'
import type { JourneyFile } from './files.ts'
import type { JourneyServer, ServerDraft } from './journey-server.ts'

/** What pushing one file would do. */
export type Step = { readonly mine: JourneyDocument; readonly file: string } & (
  | { readonly kind: 'create' }
  | { readonly kind: 'change'; readonly there: ServerDraft }
  | { readonly kind: 'unchanged'; readonly there: ServerDraft }
  /** Edited on the server since it was pulled, and not here: pull it. */
  | { readonly kind: 'behind'; readonly there: ServerDraft }
  /** Edited on the server since it was pulled, and here: pushing would overwrite somebody's work. */
  | { readonly kind: 'conflict'; readonly there: ServerDraft }
  /** An archived journey has the key. */
  | { readonly kind: 'archived'; readonly there: ServerDraft }
)

/** Compares a file with what is drawn on the server, and with what both began with. */
export async function stepOf({ file, document: mine }: JourneyFile, server: JourneyServer, base: Base): Promise<Step> {
  const there = await server.draft(mine.key)
  if (!there) return { kind: 'create', mine, file }
  return { kind: kindOf(mine, there, base.print(mine.key)), mine, file, there }
}

function kindOf(mine: JourneyDocument, there: ServerDraft, base: string | undefined) {
  const [here, drawn] = [printOf(mine), printOf(there.document)]
  if (here === drawn) return 'unchanged'
  if (there.isArchived) return 'archived'
  if (drawn === base) return 'change'
  return here === base ? 'behind' : 'conflict'
}

export const wouldWrite = ({ kind }: Step): boolean => kind === 'create' || kind === 'change'
export const isRefused = ({ kind }: Step): boolean => kind === 'conflict' || kind === 'archived'
