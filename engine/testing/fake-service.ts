import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JsonObject } from '../core/json.ts'

/** A call as it came whole. */
interface TakenCall {
  readonly id: string
  readonly path: string
  readonly body: JsonObject
  readonly headers: IncomingMessage['headers']
  /** Whether the signature is that of a secret. */
  isSignedBy(secret: string): boolean
}

type Answer = (response: ServerResponse, call: TakenCall) => void

const text = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** A service on this machine that speaks HTTP, keeps every call it took, and answers as told: with a score unless told. */
export async function startFakeService() {
  const calls: TakenCall[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': signature = '' } = request.headers
    const call: TakenCall = {
      ...{ id: String(id), path: request.url ?? '', body: JSON.parse(body), headers: request.headers },
      isSignedBy: (secret) => {
        const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
        return signature === `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`
      },
    }
    calls.push(call)
    fake.answer(response, call)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  const answer: Answer = (response) => void response.end(JSON.stringify({ score: 7, tier: { name: 'gold' } }))
  const fake = {
    url: `http://127.0.0.1:${port}`,
    calls,
    answer,
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return fake
}

export type FakeService = Awaited<ReturnType<typeof startFakeService>>
