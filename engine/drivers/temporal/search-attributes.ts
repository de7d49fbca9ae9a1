import { setTimeout as pause } from 'node:timers/promises'
import type { Connection, WorkflowStartOptions } from '@temporalio/client'
import type { ShardRef } from '../../core/ids.ts'

/** What journeyShard workflows can be searched by; the numbers are those of Temporal's `IndexedValueType`. */
const ATTRIBUTES = { waymarkShardKind: 2, waymarkJourney: 3 } as const

/** How long a new attribute may take to be usable. */
const USABLE_MS = 90_000

type SearchAttributes = NonNullable<WorkflowStartOptions['typedSearchAttributes']>

export const attributesOf = ({ journey, shard }: ShardRef): SearchAttributes => [
  { key: { name: 'waymarkJourney', type: 'INT' }, value: journey },
  { key: { name: 'waymarkShardKind', type: 'KEYWORD' }, value: shard < 0 ? 'member' : 'shared' },
]

/**
 * Makes the search attributes known to a namespace that does not know them, and answers whether workflows can carry them:
 * not where the server keeps that to its operators, who are told once how to do it.
 */
export async function registerSearchAttributes(
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<boolean> {
  const missing = async () => {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace })
    return Object.entries(ATTRIBUTES).filter(([name, type]) => customAttributes[name] !== type)
  }
  try {
    const absent = await missing()
    if (absent.length === 0) return true
    await operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(absent) })
    // The server may serve an older list for a while, and would refuse a workflow with an attribute that is not in it.
    for (const end = performance.now() + USABLE_MS; performance.now() < end; await pause(100)) {
      if ((await missing()).length === 0) return true
    }
  } catch {} // refused, or a service without an operator's face
  console.warn(
    `Temporal's namespace ${namespace} does not know waymarkJourney (Int) and waymarkShardKind (Keyword): journeys run all the same, and can be searched by them once an operator has added both and Waymark was started again.`,
  )
  return false
}
