import { z } from 'zod'
import { AnswerFields, readAnswer } from '../../../core/journey/service-answer.ts'
import type { Json } from '../../../core/json.ts'
import type { OutboundMessage } from '../../outbox.ts'
import type { DeliveryOutcome } from '../../outcome.ts'
import { ServiceAccount, type ServiceSecrets } from './account.ts'
import { mayCall, type networksIn } from './address.ts'
import { post, TOO_LONG } from './post.ts'
import { signatureHeaders } from './signature.ts'

/** What a call takes from the settings of the node that makes it. */
const Content = z.object({ answers: AnswerFields })
/** What `decide` filled in. */
const Filled = z.object({ path: z.string(), body: z.record(z.string(), z.unknown()) })

/** Statuses after which the same call may go well a little later. */
const AGAIN = [408, 425, 429]
const LONGEST_WAIT_MS = 24 * 3_600_000

interface ServiceWorld {
  readonly secrets: ServiceSecrets
  /** Networks beside the public ones that may be called. */
  readonly allowed: ReturnType<typeof networksIn>
  readonly now: () => number
}

/** Calls one service. Its receivers know a repeated call by its id, so whatever may not have arrived is tried again. */
export function openServiceSender(settings: unknown, { secrets, allowed, now }: ServiceWorld) {
  const { url, timeoutSeconds } = ServiceAccount.parse(settings)
  return {
    async send({ key, content, variables }: OutboundMessage): Promise<DeliveryOutcome> {
      const { answers } = Content.parse(content)
      const filled = Filled.parse(variables)
      const body = JSON.stringify(filled.body)
      const posted = await post({
        url: new URL(url + filled.path),
        headers: {
          ...secrets.headers,
          'content-type': 'application/json',
          'user-agent': 'Waymark',
          ...signatureHeaders(secrets.signing, { id: `msg_${key.replaceAll('.', '_')}`, at: now(), body }),
        },
        body,
        timeoutMs: timeoutSeconds * 1_000,
        may: (address) => mayCall(address, allowed),
      })
      if (posted.kind === 'refused') return { class: 'rejected_permanent', reason: posted.reason }
      if (posted.kind === 'failed' && posted.reason === TOO_LONG)
        return { class: 'rejected_permanent', reason: TOO_LONG }
      if (posted.kind === 'failed') return { class: 'rejected_retryable', reason: posted.reason }
      const { status, retryAfter } = posted
      const reason = `http-${status}`
      if (status >= 200 && status < 300)
        return { class: 'accepted', providerId: reason, answer: readAnswer(answers, parsed(posted.body)) }
      if (status < 500 && !AGAIN.includes(status)) return { class: 'rejected_permanent', reason }
      const afterMs = waitOf(retryAfter, now())
      return { class: 'rejected_retryable', reason, ...(afterMs === undefined ? {} : { afterMs }) }
    },
    close() {},
  }
}

function parsed(text: string): Json | undefined {
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
