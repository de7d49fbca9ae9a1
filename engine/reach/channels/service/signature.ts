import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A new signing secret, as Standard Webhooks writes one. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Headers of a call, by Standard Webhooks 1.0: `id` is the same on every attempt, `at` is epoch milliseconds. */
export function signatureHeaders(secret: string, { id, at, body }: { id: string; at: number; body: string }) {
  const signature = new Webhook(secret).sign(id, new Date(at), body)
  return { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at / 1_000)), 'webhook-signature': signature }
}
