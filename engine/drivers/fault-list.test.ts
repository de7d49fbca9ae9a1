import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ENGINE = new URL('../', import.meta.url)

/** Faults to survive, by number, with the tests that show it: the file below engine/, and words of the test. */
const FAULTS: Record<string, [file: string, test: string][]> = {
  '1 worker killed before an effect commits': [
    ['drivers/kills.test.ts', 'where worker and servers are killed'],
    ['testing/deadly-work.ts', 'before-commit'],
  ],
  '2 worker killed after commit, before Temporal hears': [
    ['drivers/kills.test.ts', 'where worker and servers are killed'],
    ['testing/deadly-work.ts', 'after-commit'],
  ],
  '3 worker killed in the middle of a local activity': [
    ['drivers/kills.test.ts', 'where worker and servers are killed'],
    ['testing/deadly-work.ts', 'after-take'],
  ],
  '4 a paused worker comes back to life': [
    ['drivers/zombie.test.ts', 'comes back to life without doubling anything'],
    ['runtime/deliver-crash.test.ts', 'leaves a message lost when the one who sent it comes back to life'],
  ],
  '5 all workers down across due timers': [
    ['drivers/conformance.test.ts', 'finds what came due while all workers were down'],
  ],
  '6 Temporal killed and restarted': [['drivers/kills.test.ts', "'postgres', 'temporal', 'temporal'"]],
  '7 Temporal loses its data entirely': [
    ['drivers/kills.test.ts', 'where Temporal loses all it knows'],
    ['runtime/reconcile.test.ts', 'finds an event that waits for its member to be walked'],
  ],
  '8 PostgreSQL restarts at once': [['drivers/kills.test.ts', "'postgres', 'postgres'"]],
  '9 commit succeeds, reply lost': [
    ['drivers/kills.test.ts', 'where worker and servers are killed'],
    ['testing/deadly-work.ts', 'before-reply'],
  ],
  '10 starter killed half-way through a fan-out': [['runtime/faults.test.ts', 'in a fan-out enrols everybody once']],
  '11 duplicate, reordered, late events': [
    ['runtime/faults.test.ts', 'of a sender, who repeats, reorders and delays events'],
    ['runtime/runtime.test.ts', 'stores a repeated message once'],
  ],
  '12 event exactly as its wait times out': [
    ['runtime/faults.test.ts', 'an event in the very moment in which its wait times out'],
    ['runtime/faults.test.ts', 'events that race with the advance of their waits'],
  ],
  '16 incompatible deploy': [['drivers/temporal/histories.test.ts', 'show a deploy that they could not go on with']],
  '19 workflow cache 0': [['drivers/conformance.test.ts', 'no workflow cached, so that every task replays']],
}

describe('the list of faults', () => {
  it.each(Object.entries(FAULTS))('%s: is shown by a test', (_fault, tests) => {
    for (const [file, words] of tests)
      expect(readFileSync(fileURLToPath(new URL(file, ENGINE)), 'utf8')).toContain(words)
  })
})
