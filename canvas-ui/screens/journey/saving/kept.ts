import { z } from 'zod'
import { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { canonical } from './same.ts'

/** Work that has not reached the server, as this browser keeps it. */
const Kept = z.object({
  document: JourneyDocument,
  /** The revision of the server that it builds upon. */
  revision: z.int(),
  /** Fingerprints of what was sent upon it and not answered: one of them may have arrived. */
  sent: z.array(z.string()),
  /** Epoch milliseconds. */
  at: z.number(),
})
export type Kept = z.infer<typeof Kept>

export interface KeptPlace {
  readonly ws: string
  readonly journey: string
  /** Id of the person: another one at the same browser does not find it. */
  readonly person: string
}

/** Where work on one journey is kept. Writing is done when it returns, also while the page is being closed. */
export interface KeptWork {
  read(): Kept | undefined
  /** Whether there was room for it. */
  write(kept: Kept): boolean
  forget(): void
}

export function keptWork({ ws, journey, person }: KeptPlace, storage: Storage): KeptWork {
  const name = `waymark.work/${ws}/${journey}/${person}`
  return {
    read() {
      try {
        return Kept.safeParse(JSON.parse(storage.getItem(name) ?? 'null')).data
      } catch {
        return undefined
      }
    },
    write(kept) {
      try {
        storage.setItem(name, JSON.stringify(kept))
        return true
      } catch {
        return false
      }
    },
    forget: () => storage.removeItem(name),
  }
}

/** A short text that is another one for another document, but for chance (2^-53). Not for secrets. */
export function fingerprint(document: JourneyDocument): string {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (const letter of canonical(document)) {
    const code = letter.codePointAt(0) ?? 0
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (2 ** 32 * (high & 0x1fffff) + (low >>> 0)).toString(36)
}
