import { findTemporal } from '../cli/set-up/find-temporal.ts'

/** Why nothing can be tested on Temporal here; undefined where it can. For `describe.skipIf`. */
export async function noTemporal(): Promise<string | undefined> {
  if (process.env.WAYMARK_TEST_TEMPORAL) return undefined
  const found = await findTemporal({ get: false })
  return 'none' in found ? found.none : undefined
}

/** The address (host:port) of the run's one Temporal, namespace `default`, started when the first test asks for it. */
export async function testTemporal(): Promise<string> {
  const { WAYMARK_TEST_TEMPORAL, WAYMARK_TEST_TEMPORAL_STARTER } = process.env
  if (WAYMARK_TEST_TEMPORAL) return WAYMARK_TEST_TEMPORAL
  if (!WAYMARK_TEST_TEMPORAL_STARTER) throw new Error('no test Temporal: run by vitest, whose global set-up offers one')
  const answer = await fetch(WAYMARK_TEST_TEMPORAL_STARTER)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}
