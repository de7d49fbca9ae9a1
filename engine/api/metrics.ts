import { Counter, Gauge, Registry } from 'prom-client'
import type { Engine } from '../runtime/engine.ts'
import { type Load, loadOf } from '../runtime/load.ts'

/** Names and meanings of the gauges, which are read when they are asked for. */
const GAUGES: Record<keyof Load, [name: string, help: string]> = {
  pokesWaiting: [
    'waymark_pokes_waiting',
    'Pokes not consumed yet, counted up to 10,000: it grows when workers are too few.',
  ],
  memberShards: ['waymark_member_shards', 'Shards of one member that are alive, counted up to 10,000.'],
  eventsStored: ['waymark_events_stored', 'Ids given to events since the beginning, imported ones included.'],
}

/** What Prometheus is told. One a server, so that two in a process do not meet. */
export function apiMetrics({ store }: Pick<Engine, 'store'>) {
  const registry = new Registry()
  const registers = [registry]
  const events = new Counter({
    name: 'waymark_events_total',
    help: 'Events that arrived: stored, repeated (a message id seen before), or refused with the request they came in.',
    labelNames: ['outcome'] as const,
    registers,
  })
  for (const outcome of ['stored', 'repeated', 'refused']) events.inc({ outcome }, 0)
  const gauges = Object.entries(GAUGES).map(([key, [name, help]]) => {
    const gauge = new Gauge({ name, help, registers })
    return (load: Load | undefined) => gauge.set(load?.[key as keyof Load] ?? Number.NaN) // a key of the table above
  })
  /** Reads the gauges and answers everything as text. */
  const text = async (): Promise<string> => {
    const load = await loadOf(store).catch(() => undefined) // the database is away: the counters are known all the same
    for (const set of gauges) set(load)
    return registry.metrics()
  }
  return { contentType: registry.contentType, text, events }
}

export type ApiMetrics = ReturnType<typeof apiMetrics>
