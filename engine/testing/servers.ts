import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Claim, claimData, isClaimed } from '../cli/set-up/claim.ts'
import { findTemporal } from '../cli/set-up/find-temporal.ts'
import { startPostgres } from '../cli/set-up/local-postgres.ts'
import { type LocalTemporal, startTemporal } from '../cli/set-up/local-temporal.ts'

const PREFIX = 'waymark-test-'

/** The servers of one test run; test processes find them by `env`. */
export interface TestServers {
  env: { WAYMARK_TEST_PG: string; WAYMARK_TEST_TEMPORAL_STARTER: string }
  stop(): Promise<void>
}

/** Starts the run's PostgreSQL (unless WAYMARK_TEST_PG names one) and offers a Temporal that starts when first asked for. */
export async function startTestServers(): Promise<TestServers> {
  await clearKilledRuns()
  const directory = mkdtempSync(join(tmpdir(), PREFIX))
  chmodSync(directory, 0o755) // PostgreSQL may run as another user
  const claim = await claimData(directory)
  const postgres = process.env.WAYMARK_TEST_PG ? undefined : await startTestPostgres(directory, claim)
  const temporal = await offerTemporal(directory, claim)
  return {
    env: {
      WAYMARK_TEST_PG: postgres?.url ?? process.env.WAYMARK_TEST_PG ?? '',
      WAYMARK_TEST_TEMPORAL_STARTER: temporal.url,
    },
    async stop() {
      await temporal.stop()
      await postgres?.stop()
      claim.release()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function startTestPostgres(directory: string, claim: Claim) {
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    shared_buffers: '512MB',
  }
  return startPostgres({ dataDir: join(directory, 'postgres'), settings, claim })
}

/** Only this process outlives every test process, so it starts the one Temporal, when a test asks over HTTP. */
async function offerTemporal(directory: string, claim: Claim) {
  let started: Promise<LocalTemporal> | undefined
  const start = async () => {
    const found = await findTemporal({ get: false })
    if ('none' in found) throw new Error(found.none)
    return startTemporal({ program: found.program, dbFile: join(directory, 'temporal.db'), claim })
  }
  const server = createServer((_, response) => {
    started ??= start()
    started.then(
      ({ address }) => response.end(address),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the starter of Temporal has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.close()
      const temporal = await started?.catch(() => undefined)
      await temporal?.kill('SIGKILL') // its data goes with the run
    },
  }
}

/** A run ended by SIGKILL leaves servers and files behind: the next one clears them away. */
async function clearKilledRuns(): Promise<void> {
  for (const entry of readdirSync(tmpdir())) {
    const directory = join(tmpdir(), entry)
    if (!entry.startsWith(PREFIX) || !existsSync(join(directory, 'running.json')) || isClaimed(directory)) continue
    const claim = await claimData(directory).catch(() => undefined)
    if (claim) rmSync(directory, { recursive: true, force: true }) // otherwise another run is at it
  }
}
