import { Counter, Registry } from 'prom-client'

/** What Prometheus is told. One a server, so that two in a process do not meet. */
export function apiMetrics() {
  const registry = new Registry()
  const events = new Counter({
    name: 'waymark_events_total',
    help: 'Events that arrived: stored, repeated (a message id seen before), or refused with the request they came in.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  })
  for (const outcome of ['stored', 'repeated', 'refused']) events.inc({ outcome }, 0)
  return { registry, events }
}

export type ApiMetrics = ReturnType<typeof apiMetrics>
