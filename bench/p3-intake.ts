import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { issueApiKey } from '../engine/members/face.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { waitingMembers } from './p5-waiting.ts'
import { type BenchResult, resultOf } from './results.ts'
import { serve } from './server.ts'

const MEMBERS = 1_000_000
const EVENTS = 50_000
const BATCH = 500
const AT_ONCE = 4
const ROUNDS = 5
const TRIGGERS = 20

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
/** One of those that orders may begin: few do. */
const thanks = (nth: number) => ({
  schema: 1,
  key: `thanks-${nth}`,
  name: `thanks-${nth}`,
  settings: { zone: 'UTC', reentry: { rule: 'any-time' } },
  nodes: [
    node('start', 'trigger-event', {
      events: [{ event: 'order completed', filter: { field: 'event.amount', op: 'gte', value: 200 + nth * 5 } }],
    }),
    node('end', 'end'),
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'end' }],
})

/** Events a second through `/v1/batch`, with journeys that ask for them and a million who wait; nobody walks meanwhile. */
export async function intake(say: (line: string) => void): Promise<BenchResult[]> {
  const e = await benchEnvironment()
  const server = await serve(e)
  try {
    await waitingMembers(e, MEMBERS)
    for (let nth = 0; nth < TRIGGERS; nth++) await e.publish(thanks(nth))
    const key = await e.engine.store.inTenant(e.tenant, (tx) => issueApiKey(tx, 'bench', ['write'], 'bench'))
    const send = { url: server.url, key, members: MEMBERS, events: EVENTS, batch: BATCH, atOnce: AT_ONCE }
    const sender = fork(fileURLToPath(new URL('./p3-sender.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, SEND: JSON.stringify(send) },
    })
    const rates: number[] = []
    const limits: number[] = []
    for (let round = -1; round < ROUNDS; round++) {
      const answer = once(sender, 'message')
      sender.send(String(round))
      const [took] = await answer
      const rate = (EVENTS / Number(took)) * 1_000
      const limit = await copied(e)
      say(`P3 round ${round + 1}: ${Math.round(rate)} events/s, COPY ${Math.round(limit)}/s`)
      if (round < 0) continue // the first is for what is compiled and planned at first
      rates.push(rate)
      limits.push(limit)
    }
    sender.disconnect()
    const head = { id: 'P3', name: `intake, ${TRIGGERS} triggers, 1M wait`, unit: 'events/s' }
    return [
      resultOf(
        { ...head, goal: '≥ 10,000 /s, ≥ 0.5 × COPY' },
        rates,
        { COPY: limits },
        ({ median, ratio }) => median >= 10_000 && ratio('COPY') >= 0.5,
      ),
    ]
  } finally {
    await server.stop()
    await e.close()
  }
}

let copies = 0

/** The limit: as many rows, ready in two files, by COPY into the tables of events and of message ids. Events a second. */
async function copied({ owner, tenant, directory }: BenchEnvironment): Promise<number> {
  const now = new Date().toISOString()
  const rows = Array.from({ length: EVENTS }, () => 1 + Math.floor(Math.random() * MEMBERS))
  const properties = '{"amount": 120, "path": "/goods/1001", "referrer": "wechat"}'
  const events = join(directory, `events-${++copies}`)
  const ids = join(directory, `ids-${copies}`)
  writeFileSync(
    events,
    rows.map((member) => `${tenant}\t${member}\tpage viewed\t${now}\t${now}\t${properties}\n`).join(''),
  )
  writeFileSync(ids, rows.map(() => `${tenant}\t${crypto.randomUUID()}\t${now}\n`).join(''))
  const began = performance.now()
  await owner.query('BEGIN')
  await owner.query(`COPY message_id (tenant_id, hash, received_at) FROM '${ids}'`)
  await owner.query(`COPY event (tenant_id, member_id, name, at, received_at, properties) FROM '${events}'`)
  await owner.query('COMMIT')
  return (EVENTS / (performance.now() - began)) * 1_000
}
