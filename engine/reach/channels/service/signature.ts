import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A new signing secret, as Standard Webhooks writes one. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64')

/** Headers of a call, by Standard Webhooks 1.0: `id` is the same on every attempt, `at` is epoch milliseconds. */
export function signatureHeaders(secret: string, { id, at, body }: { id: string; at: number; body: string }) {
  const timestamp = String(Math.floor(at / 1_000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
