// Whoever posts events in P3, as a process of its own: `SEND` says where to, and what.
import { z } from 'zod'

const Send = z.object({
  url: z.string(),
  key: z.string(),
  members: z.int(),
  events: z.int(),
  batch: z.int(),
  atOnce: z.int(),
})
const { url, key, members, events, batch, atOnce } = Send.parse(JSON.parse(process.env.SEND ?? ''))

/** Of twenty events one asks to enter, one wakes somebody who waits, and the others are only kept. */
const nameOf = (nth: number) => ({ 0: 'order completed', 1: 'replied' })[nth % 20] ?? 'page viewed'

/** Bodies of requests, made before the clock runs. */
const bodies = (round: string) =>
  Array.from({ length: Math.ceil(events / batch) }, (_, b) =>
    JSON.stringify({
      batch: Array.from({ length: batch }, (_, i) => ({
        type: 'track',
        userId: String(1 + Math.floor(Math.random() * members)),
        messageId: `${round}-${b}-${i}`,
        event: nameOf(b * batch + i),
        properties: { amount: i % 300, path: '/goods/1001', referrer: 'wechat' },
      })),
    }),
  )

process.on('message', async (round) => {
  const waiting = bodies(String(round))
  const post = async () => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
      const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, post))
  process.send?.(performance.now() - began)
})
process.on('disconnect', () => process.exit())
