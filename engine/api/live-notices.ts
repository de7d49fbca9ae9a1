import type { TenantId } from '../core/ids.ts'
import { unreadNotices } from '../reach/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { type Audience, keepTelling } from './keep-telling.ts'

/** Every open page watches: one question for all of them, and not too often. */
const LOOK_MS = 2_000

/** Somebody's own notices: `key` is the id of the person. */
interface WatchedNotices {
  readonly tenant: TenantId
  readonly key: string
}

/** Keeps people up to date with how many notices they have not read. */
export function liveNotices<Watched extends WatchedNotices>({ store }: Engine, audience: Audience<Watched>) {
  const read = async (watched: readonly WatchedNotices[]) => {
    const counts = await unreadNotices(
      store,
      watched.map(({ tenant, key }) => ({ tenant, person: key })),
    )
    return counts.map((unread) => ({ unread }))
  }
  const first = async (tenant: TenantId, key: string) => (await read([{ tenant, key }]))[0]
  return { first, ...keepTelling(audience, { read, worth: (state) => state, everyMs: LOOK_MS }) }
}
