import { z } from 'zod'
import { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { Problem } from '../../../api/problem.ts'

/** A draft that somebody else saved meanwhile. */
export interface Theirs {
  readonly document: JourneyDocument
  readonly revision: number
  readonly savedBy: string | null
  /** ISO instant. */
  readonly savedAt: string | null
}

/** Why a draft was not saved, as far as the way on differs. */
export type Refusal =
  /** The server was not heard. */
  | { readonly kind: 'offline'; readonly error: unknown }
  | { readonly kind: 'signed-out'; readonly error: unknown }
  | { readonly kind: 'changed'; readonly theirs: Theirs }
  /** It may work later, without anybody doing anything. */
  | { readonly kind: 'busy'; readonly error: unknown }
  /** It will not work as it is. */
  | { readonly kind: 'refused'; readonly error: unknown }

const DraftChanged = z.looseObject({
  document: JourneyDocument,
  revision: z.int(),
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
})

const TOO_MANY_REQUESTS = 429
const SERVER_ERRORS = 500

/** What an error of saving means. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Problem)) return { kind: 'busy', error }
  if (error.code === 'offline') return { kind: 'offline', error }
  if (error.code === 'signed-out') return { kind: 'signed-out', error }
  if (error.code === 'draft-changed') {
    const theirs = DraftChanged.safeParse(error.document)
    if (theirs.success) return { kind: 'changed', theirs: theirs.data }
  }
  const mayPass = error.status >= SERVER_ERRORS || error.status === TOO_MANY_REQUESTS
  return { kind: mayPass ? 'busy' : 'refused', error }
}
