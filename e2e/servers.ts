import { freePort } from '../engine/cli/set-up/child-program.ts'
import { testDatabase } from '../engine/testing/postgres.ts'
import { startProgram } from '../engine/testing/program.ts'
import { startTestServers } from '../engine/testing/servers.ts'
import { testTemporal } from '../engine/testing/temporal.ts'

/** Signs the cookies of a run. */
export const SECRET = 'a secret of the end-to-end tests, long enough'

/** What e2e tests are told of the servers they run on. */
export interface Served {
  /** Where the pages and the API are. */
  readonly url: string
  readonly database: string
}

/** Once a run: PostgreSQL, Temporal, and Waymark on both as `waymark serve` starts it. */
export default async function startServers(): Promise<() => Promise<void>> {
  const servers = process.env.WAYMARK_TEST_PG ? undefined : await startTestServers()
  Object.assign(process.env, servers?.env)
  const database = await testDatabase()
  const temporal = await testTemporal()
  const url = `http://127.0.0.1:${await freePort()}`
  const waymark = startProgram(['serve'], {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal,
    PORT: new URL(url).port,
    WAYMARK_SECRET: SECRET,
    WAYMARK_PRIVATE_NETWORKS: '127.0.0.0/8', // services of tests listen here
  })
  await waymark.says(/carried out by the driver/)
  process.env.WAYMARK_E2E = JSON.stringify({ url, database: database.url } satisfies Served)
  return async () => {
    waymark.process.kill('SIGTERM')
    await waymark.ended()
    await database.drop()
    await servers?.stop()
  }
}
