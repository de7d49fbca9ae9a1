/** How Waymark meets Temporal. Every value can be set by the environment; the numbers are measured, see docs/decisions. */
export const temporalConfig = {
  namespace: process.env.TEMPORAL_NAMESPACE ?? 'default',
  /** Set TEMPORAL_TLS=1 for a server that wants TLS. */
  tls: process.env.TEMPORAL_TLS === '1',
  taskQueue: process.env.WAYMARK_TASK_QUEUE ?? 'waymark',
  /**
   * Recovery after a killed worker takes 2 s instead of 10 with these two. A task must outlast an advance (2 s at most): tried
   * with 1 s, tasks of a busy machine time out again and again, and Temporal waits longer each time.
   */
  workflowTaskTimeoutMs: 3_000,
  stickyScheduleToStartMs: 2_000,
  /** Both bound how many shards can wait in one gather. */
  workflowTasks: 500,
  localActivities: 500,
  /** Lanes that may wait for their provider at once. */
  activities: 500,
  workflowTaskPolls: 10,
  /** About 220 kB each. */
  cachedWorkflows: Number(process.env.WAYMARK_CACHED_WORKFLOWS ?? 5_000),
} as const
