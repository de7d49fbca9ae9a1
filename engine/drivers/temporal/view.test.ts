import { Client, type Connection } from '@temporalio/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { effects } from '../../../nodes/effects.ts'
import { driverNames, testDriver, testSettings } from '../../testing/drivers.ts'
import { eventually } from '../../testing/eventually.ts'
import { type TestWorkspace, testWorkspace } from '../../testing/workspace.ts'
import { connectClient } from './connection.ts'
import { registerSearchAttributes } from './search-attributes.ts'

const PHONE = '+8613912345678'
const NAME = '欧阳修远'

const journey = (shards: number | 'per-member') => ({
  ...{ schema: 1, key: 'small', name: 'small', settings: { shards } },
  nodes: [
    { id: 'start', type: 'trigger-event', settings: { events: [{ event: 'joined' }] } },
    {
      id: 'order',
      type: 'wait',
      settings: { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 1, unit: 'day' } },
    },
    { id: 'inbox', type: 'send-inbox', settings: { title: 'Hi {{member.name}}', body: '{{member.phone}}' } },
    { id: 'end', type: 'end', settings: {} },
  ].map((node) => ({ version: 1, name: node.id, ...node })),
  edges: [
    { from: 'start', outcome: 'next', to: 'order' },
    { from: 'order', outcome: 'event', to: 'inbox' },
    { from: 'order', outcome: 'timeout', to: 'end' },
    { from: 'inbox', outcome: 'sent', to: 'end' },
  ],
})

/** Every byte of every payload, wherever it lies. */
function payloads(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value).map(payloads).join('\n')
}

describe.skipIf(!driverNames.includes('temporal'))("Temporal's own view", () => {
  let w: TestWorkspace
  let connection: Connection
  let client: Client
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    const settings = await testSettings(w.url)
    connection = await connectClient(settings)
    client = new Client({ connection, namespace: settings.namespace })
  })
  afterEach(async () => {
    await connection.close()
    await w.close()
  })

  it.each([
    ['one workflow a member', 'per-member', 'member', 20, 20],
    ['16 workflows for all', 16, 'shared', 200, 16],
  ] as const)('is %s, with no data of theirs', async (_title, shards, kind, people, workflows) => {
    const { journey: id } = await w.publish(journey(shards))
    const driver = await (await testDriver('temporal', w.url)).start(w.engine)
    const members = await w.members(Array.from({ length: people }, () => ({ name: NAME, phone: PHONE })))
    for (const member of members) await w.post(member, 'joined', { phone: PHONE, name: NAME })
    await eventually(
      async () => (await w.query('SELECT FROM token WHERE node = 1')).length === people,
      'everybody waits',
    )
    for (const member of members) await w.post(member, 'order', { phone: PHONE, name: NAME })
    await eventually(async () => (await w.states()).completed === people, 'everybody is done')
    await driver.stop()

    const found: { workflowId: string; historyLength: number; historySize?: number | undefined }[] = []
    await eventually(async () => {
      found.length = 0
      const query = `WorkflowType = 'journeyShard' AND waymarkJourney = ${id} AND waymarkShardKind = '${kind}' AND ExecutionStatus = 'Completed'`
      for await (const execution of client.workflow.list({ query })) found.push(execution)
      return new Set(found.map((f) => f.workflowId)).size >= workflows
    }, 'all workflows are listed')
    expect(new Set(found.map((f) => f.workflowId)).size).toBe(workflows)

    const lengths = found.map((f) => f.historyLength).sort((a, b) => a - b)
    const bytes = found.map((f) => f.historySize ?? 0).sort((a, b) => a - b)
    console.log(
      `${people} members by ${workflows} workflows in ${found.length} runs: history of ${lengths[0]} to ${lengths.at(-1)} events, ${bytes[0]} to ${bytes.at(-1)} bytes`,
    )
    for await (const { workflowId, runId } of client.workflow.list()) {
      const text = payloads(await client.workflow.getHandle(workflowId, runId).fetchHistory())
      expect(text).toContain('sleepMs')
      for (const planted of [PHONE, PHONE.slice(3), NAME]) expect(text).not.toContain(planted)
    }
  })

  it('makes its search attributes known to a server that lets it, and tells where one does not', async () => {
    const namespace = new URL(w.url).pathname.slice(1)
    expect(await registerSearchAttributes(connection, namespace)).toBe(true)
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace })
    expect(customAttributes).toMatchObject({ waymarkJourney: 3, waymarkShardKind: 2 })
    expect(await registerSearchAttributes(connection, 'there-is-none')).toBe(false)
  })
})
