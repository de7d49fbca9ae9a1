import type { Published } from '../runtime/publish.ts'
import { type DriverName, testBundle, testSettings } from './drivers.ts'
import { eventually } from './eventually.ts'
import { standby } from './worker-child.ts'
import type { TestWorkspace } from './workspace.ts'

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })

/** Everyone, or whoever joins → a wait of days → end. */
export const longWait = (days: number) => ({
  ...{ schema: 1, key: 'long', name: 'long', settings: { zone: 'UTC', shards: 4 } },
  nodes: [
    node('all', 'trigger-audience', { include: ['everyone'], firing: { kind: 'now' } }),
    node('some', 'trigger-event', { events: [{ event: 'joined' }] }),
    node('wait', 'wait', { kind: 'duration', duration: { amount: days, unit: 'day' } }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'all', outcome: 'next', to: 'wait' },
    { from: 'some', outcome: 'next', to: 'wait' },
    { from: 'wait', outcome: 'done', to: 'end' },
  ],
})

/** So many people wait, brought there by a worker process that dies in the second transaction it commits from now on. */
export async function waitingWithDoomed(
  w: TestWorkspace,
  name: DriverName,
  { people, days }: { people: number; days: number },
): Promise<{ published: Published; gone: Promise<void> }> {
  await w.members(Array.from({ length: people }, () => ({})))
  const worker = standby()
  const works = worker.says('works')
  const temporal = name === 'temporal' ? { settings: await testSettings(w.url), bundle: await testBundle() } : undefined
  worker.order({ url: w.url, ...(temporal ? { temporal } : {}) })
  await works
  const published = await w.publish(longWait(days))
  const waiting = () => w.query('SELECT FROM token WHERE due_at > ts(waymark_clock())')
  await eventually(async () => (await waiting()).length === people, 'all wait')
  await eventually(async () => (await w.query('SELECT FROM poke')).length === 0, 'all pokes are consumed')
  worker.arm({ point: 'before-commit', nth: 2 })
  return { published, gone: worker.gone }
}
