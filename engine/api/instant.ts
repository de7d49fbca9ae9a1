import { z } from 'zod'

/** A moment as routes answer it. */
export const Instant = z.iso.datetime()

/** The text of an instant, which is epoch milliseconds everywhere else. */
export const iso = (at: number): string => new Date(at).toISOString()
export const isoOrNull = (at: number | null | undefined): string | null => (at == null ? null : iso(at))
