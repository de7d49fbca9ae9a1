import { lookup } from 'node:dns/promises'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'

export interface Call {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** For all of it: looking the name up, connecting, and the whole answer. */
  readonly timeoutMs: number
  /** Whether a numeric address may be called. */
  readonly may: (address: string) => boolean
}

/** `refused`: nothing was sent. `failed`: something may have been. Reasons are codes. */
export type Posted =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly retryAfter: string | undefined
      readonly body: string
    }
  | { readonly kind: 'refused'; readonly reason: 'address-refused' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Bytes of an answer that are read. */
const LONGEST = 65_536
export const TOO_LONG = 'answer-too-long'

/**
 * Posts once. The name is looked up once, every address it has must be allowed, and the connection goes to the one that was
 * looked at: a name that answers otherwise a moment later leads nowhere else. Redirects are answers, and are not followed.
 */
export async function post(call: Call): Promise<Posted> {
  const signal = AbortSignal.timeout(call.timeoutMs)
  try {
    const host = call.url.hostname.replace(/^\[|\]$/g, '')
    const addresses = await Promise.race([lookup(host, { all: true }), aborted(signal)])
    const [chosen] = addresses
    if (!chosen || !addresses.every(({ address }) => call.may(address)))
      return { kind: 'refused', reason: 'address-refused' }
    return await send(call, chosen, signal)
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error, signal) }
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

function send(call: Call, chosen: { address: string; family: number }, signal: AbortSignal): Promise<Posted> {
  const pinned = ((_host, options, done) => {
    if (options.all) done(null, [chosen])
    else done(null, chosen.address, chosen.family)
  }) as LookupFunction
  const { url, body } = call
  const headers = { ...call.headers, 'content-length': String(Buffer.byteLength(body)) }
  const options: RequestOptions = { method: 'POST', headers, lookup: pinned, agent: false, signal }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => read(answer).then(resolve, reject))
    sent.on('error', reject)
    sent.end(body)
  })
}

async function read(answer: IncomingMessage): Promise<Posted> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST) {
      answer.destroy()
      return { kind: 'failed', reason: TOO_LONG }
    }
    chunks.push(chunk)
  }
  const status = answer.statusCode ?? 0
  return { kind: 'answered', status, retryAfter: answer.headers['retry-after'], body: Buffer.concat(chunks).toString() }
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'timeout'
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'error'
  return `net-${code.toLowerCase().replaceAll('_', '-').slice(0, 40)}`
}
