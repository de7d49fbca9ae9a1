// Browsers of P8, as a process of their own: `WATCH` says whom to watch, and how many do.
import { io } from 'socket.io-client'
import { z } from 'zod'

const Watch = z.object({
  url: z.string(),
  cookie: z.string(),
  ws: z.string(),
  key: z.string(),
  node: z.string(),
  browsers: z.int(),
})
const { url, cookie, ws, key, node, browsers } = Watch.parse(JSON.parse(process.env.WATCH ?? ''))

/** How many had come to the node by a message, and when it was here: epoch milliseconds. */
export type Arrival = readonly [entered: number, at: number]
/** Sent once everybody watches, and, asked for by any message, with the arrivals of each browser since it was asked last. */
export type Said = { readonly watching: number } | { readonly arrivals: Arrival[][] }

const say = (said: Said) => process.send?.(said)
const Counts = z.object({ nodes: z.record(z.string(), z.object({ entered: z.number() })) })

const arrivals: Arrival[][] = Array.from({ length: browsers }, () => [])

async function open(browser: number): Promise<void> {
  const extraHeaders = { cookie, origin: url }
  const socket = io(url, { transports: ['websocket'], extraHeaders, forceNew: true, reconnection: false })
  // Ends the process: the lags of those who are left would look better than they are.
  for (const event of ['connect_error', 'disconnect', 'signed-out', 'left']) {
    socket.on(event, (why: unknown) => {
      throw new Error(`browser ${browser} was cut off by ${event}: ${why}`)
    })
  }
  socket.on('journey', (message: unknown) => {
    const at = performance.timeOrigin + performance.now()
    arrivals[browser]?.push([Counts.parse(message).nodes[node]?.entered ?? 0, at])
  })
  const answer = await socket.emitWithAck('subscribe', { topic: 'journey', ws, key })
  if (answer.code) throw new Error(`browser ${browser} may not watch: ${answer.code}`)
}

await Promise.all(arrivals.map((_, browser) => open(browser)))
process.on('message', () => say({ arrivals: arrivals.map((of) => of.splice(0)) }))
process.on('disconnect', () => process.exit())
say({ watching: browsers })
