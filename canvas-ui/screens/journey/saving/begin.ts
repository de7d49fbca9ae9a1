import { differenceOf, isNone } from '../../../../engine/core/journey/difference.ts'
import type { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { type Found, fingerprint } from './kept.ts'
import type { Refusal, Theirs } from './refusal.ts'

export interface SavingInput {
  /** The draft as the server has it. */
  readonly server: Theirs
  /** Work of earlier visits that did not reach it. One after the other is compared with the server's and saved. */
  readonly found: readonly Found[]
  /** Name of who draws. */
  readonly me: string
}

export interface SavingContext {
  readonly document: JourneyDocument
  /** The revision of the server that it builds upon. */
  readonly revision: number
  /** What was sent last. */
  readonly sending: JourneyDocument | undefined
  /** Fingerprints of what was sent upon the revision and not answered. */
  readonly sent: readonly string[]
  /** Whether there is something to save from the beginning. */
  readonly isBehind: boolean
  /** What somebody else saved meanwhile. */
  readonly theirs: Theirs | undefined
  readonly refusal: Refusal | undefined
  /** Tries without success, in a row. */
  readonly tries: number
  /** False where this browser had no room for the work. */
  readonly isKept: boolean
  /** ISO instant of the last save. */
  readonly savedAt: string | null
  /** What was found that this began with. */
  readonly from: Found | undefined
  /** What was found and has not had its turn. */
  readonly found: readonly Found[]
  readonly me: string
}

/** Whether there is nothing to choose between them. */
export const isAlike = (a: JourneyDocument, b: JourneyDocument): boolean => a === b || isNone(differenceOf(a, b))

/** Where saving begins: with the server's draft, with work of an earlier visit upon it, or with both apart. */
export function begin({ server, found: [kept, ...found], me }: SavingInput): SavingContext {
  const { document, revision, savedAt } = server
  const clean = { sending: undefined, sent: [], theirs: undefined, refusal: undefined, tries: 0, isKept: true, savedAt }
  const visit = { ...clean, from: kept, found, me }
  if (!kept || isAlike(kept.document, document)) return { ...visit, document, revision, isBehind: false }
  const mine = { ...visit, document: kept.document, isBehind: true }
  if (kept.revision === revision) return { ...mine, revision, sent: kept.sent }
  if (kept.sent.includes(fingerprint(document))) return { ...mine, revision }
  return { ...mine, revision: kept.revision, theirs: server }
}
