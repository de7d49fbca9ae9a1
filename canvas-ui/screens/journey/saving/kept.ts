import { nanoid } from 'nanoid'
import { z } from 'zod'
import { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { canonical } from '../../../../engine/core/same.ts'

/** Work that has not reached the server, as this browser keeps it. */
const Kept = z.object({
  document: JourneyDocument,
  /** The revision of the server that it builds upon. */
  revision: z.int(),
  /** Fingerprints of what was sent upon it and not answered: one of them may have arrived. */
  sent: z.array(z.string()),
  /** When the document became what it is, epoch milliseconds: trying again to save it makes it no newer. */
  at: z.number(),
})
export type Kept = z.infer<typeof Kept>

/** Kept by a page that was closed before the server had it. */
export interface Found extends Kept {
  readonly place: string
}

export interface Drawn {
  readonly ws: string
  readonly journey: string
  /** Id of the person: another one at the same browser does not find the work. */
  readonly person: string
}

/** Makes a name this page's own while it is open, until what it answers is called; undefined where another open page has it. */
export type Claim = (name: string) => Promise<(() => void) | undefined>

/** What one page keeps of one journey. Writing is done when it returns, also while the page is being closed. */
export interface KeptWork {
  /** What closed pages left, the newest first. */
  readonly found: readonly Found[]
  /** Whether there was room for it. */
  write(kept: Omit<Kept, 'at'>): boolean
  forget(): void
  /** Makes what was found this page's own, unless somebody has written there since. */
  take(found: Found): void
  /** Leaves what is kept to be found. */
  leave(): void
}

/** Each page has a place of its own, so that of two without network none writes over the other. */
export async function keptWork(
  { ws, journey, person }: Drawn,
  storage: Storage,
  claim: Claim,
  now: () => number,
): Promise<KeptWork> {
  const folder = `waymark.work/${ws}/${journey}/${person}/`
  const own = folder + nanoid()
  const places = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
  const left = places.filter((place) => place.startsWith(folder))
  const claims = await Promise.all([own, ...left].map(claim))
  const found = left.flatMap((place, at) => {
    const kept = claims[at + 1] && read(storage, place)
    return kept ? { ...kept, place } : []
  })
  let last: Pick<Kept, 'document' | 'at'> | undefined
  const put = (text: string): boolean => {
    try {
      storage.setItem(own, text)
      return true
    } catch {
      return false
    }
  }
  return {
    found: found.sort((a, b) => b.at - a.at),
    write(kept) {
      if (kept.document !== last?.document) last = { document: kept.document, at: now() }
      return put(JSON.stringify({ ...kept, at: last.at } satisfies Kept))
    },
    forget: () => storage.removeItem(own),
    take({ place, at }) {
      const kept = read(storage, place)
      if (kept?.at === at && put(JSON.stringify(kept))) storage.removeItem(place)
    },
    leave() {
      for (const giveUp of claims) giveUp?.()
    },
  }
}

/** What does not read as work stays where it is. */
function read(storage: Storage, place: string): Kept | undefined {
  try {
    return Kept.safeParse(JSON.parse(storage.getItem(place) ?? 'null')).data
  } catch {
    return undefined
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
