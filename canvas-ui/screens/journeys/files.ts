import { LIMITS } from '../../../engine/core/journey/document.ts'
import { isDeeperThan } from '../../../engine/core/json.ts'
import { answered, api } from '../../api/client.ts'

const MEBIBYTE = 1_048_576
/** Bytes of a journey file that the server takes. */
const MOST_BYTES = 4 * MEBIBYTE

/** Why a file cannot be a journey, before the server is asked. */
export type FileFault = { readonly kind: 'large'; readonly size: string } | { readonly kind: 'not-json' | 'deep' }

/** The JSON object in a file; what it says is the server's to judge. */
export async function readJourneyFile(
  file: Pick<File, 'size' | 'text'>,
): Promise<{ document: Record<string, unknown> } | { fault: FileFault }> {
  if (file.size > MOST_BYTES) return { fault: { kind: 'large', size: (file.size / MEBIBYTE).toFixed(1) } }
  try {
    const document: unknown = JSON.parse(await file.text())
    // It could not even be sent: writing JSON goes as deep as the program may.
    if (isDeeperThan(LIMITS.depth, document)) return { fault: { kind: 'deep' } }
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return { document: document as Record<string, unknown> } // an object, as was just seen
  } catch {
    // Said below.
  }
  return { fault: { kind: 'not-json' } }
}

/** Saves what is drawn of a journey as a file of the reader. */
export async function exportJourney(ws: string, key: string): Promise<void> {
  const { draft } = await answered(api.GET('/api/w/{ws}/journeys/{key}', { params: { path: { ws, key } } }))
  saveAsFile(`${key}.journey.json`, draft.document)
}

/** Gives the reader JSON as a file of this name. */
export function saveAsFile(name: string, value: unknown): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
