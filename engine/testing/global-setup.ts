import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../cli/set-up/local-postgres.ts'

/** One PostgreSQL for a whole test run; each suite makes a database of its own in it. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.WAYMARK_TEST_PG) return undefined
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-pg-'))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '512MB' }
  const server = await startPostgres({ dataDir, settings })
  process.env.WAYMARK_TEST_PG = server.url
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
