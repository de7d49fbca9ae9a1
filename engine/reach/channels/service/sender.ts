import { z } from 'zod'
import { AnswerFields, readAnswer } from '../../../core/journey/service-answer.ts'
import type { Json } from '../../../core/json.ts'
import type { OutboundMessage } from '../../outbox.ts'
import type { DeliveryOutcome } from '../../outcome.ts'
import { ServiceAccount, type ServiceSecrets } from './account.ts'
import { mayCall, type networksIn } from './address.ts'
import { type Posted, post, TOO_LONG } from './post.ts'
import { signatureHeaders } from './signature.ts'

/** What a call takes from the settings of the node that makes it. */
const Content = z.object({ answers: AnswerFields })
/** What `decide` filled in. */
const Filled = z.object({ path: z.string(), body: z.record(z.string(), z.unknown()) })

/** Statuses after which the same call may go well a little later. */
const AGAIN = [408, 425, 429]
const LONGEST_WAIT_MS = 24 * 3_600_000

export interface ServiceWorld {
  readonly secrets: ServiceSecrets
  /** Networks beside the public ones that may be called. */
  readonly allowed: ReturnType<typeof networksIn>
  readonly now: () => number
}

/** Calls one service. Its receivers know a repeated call by its id, so whatever may not have arrived is tried again. */
export function openServiceSender(settings: unknown, world: ServiceWorld) {
  const account = ServiceAccount.parse(settings)
  return {
    async send({ key, content, variables }: OutboundMessage): Promise<DeliveryOutcome> {
      const { answers } = Content.parse(content)
      const { path, body } = Filled.parse(variables)
      const posted = await callService(account, world, { id: `msg_${key.replaceAll('.', '_')}`, path, body })
      const outcome = outcomeOf(posted, world.now())
      if (posted.kind !== 'answered' || outcome.class !== 'accepted') return outcome
      return { ...outcome, answer: readAnswer(answers, parsed(posted.body)) }
    },
    close() {},
  }
}

interface ServiceCall {
  /** The same on every attempt. */
  readonly id: string
  /** Put after the address of the service. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** Beside those of every call. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Makes one call, signed, with what goes with every call of the service. */
export function callService(
  { url, timeoutSeconds }: Pick<ServiceAccount, 'url' | 'timeoutSeconds'>,
  { secrets, allowed, now }: ServiceWorld,
  call: ServiceCall,
): Promise<Posted> {
  const body = JSON.stringify(call.body)
  return post({
    url: new URL(url + call.path),
    headers: {
      ...secrets.headers,
      'content-type': 'application/json',
      'user-agent': 'Waymark',
      ...call.headers,
      ...signatureHeaders(secrets.signing, { id: call.id, at: now(), body }),
    },
    body,
    timeoutMs: timeoutSeconds * 1_000,
    may: (address) => mayCall(address, allowed),
  })
}

/** What an attempt came to, without what was answered: `now` is when, epoch milliseconds. */
export function outcomeOf(posted: Posted, now: number): DeliveryOutcome {
  if (posted.kind === 'refused') return { class: 'rejected_permanent', reason: posted.reason }
  if (posted.kind === 'failed')
    return { class: posted.reason === TOO_LONG ? 'rejected_permanent' : 'rejected_retryable', reason: posted.reason }
  const { status, retryAfter } = posted
  const reason = `http-${status}`
  if (status >= 200 && status < 300) return { class: 'accepted', providerId: reason }
  if (status < 500 && !AGAIN.includes(status)) return { class: 'rejected_permanent', reason }
  const afterMs = waitOf(retryAfter, now)
  return { class: 'rejected_retryable', reason, ...(afterMs === undefined ? {} : { afterMs }) }
}

/** What a text is as JSON; undefined where it is none. */
export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Of `Retry-After`, seconds or a date (RFC 9110), in milliseconds; at most a day. */
function waitOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_WAIT_MS) : undefined
}
