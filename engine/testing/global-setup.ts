import { startTestServers } from './servers.ts'

/** One PostgreSQL and, once a test asks, one Temporal for the run of vitest that nobody gave any (`npm test` does). */
export default async function setup(): Promise<() => Promise<void>> {
  const servers = await startTestServers()
  Object.assign(process.env, servers.env)
  return servers.stop
}
