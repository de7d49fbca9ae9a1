import type { JsonObject } from '../core/json.ts'

/**
 * What every channel's adapter answers for one recipient. Reasons are codes, never a provider's own words, which may hold
 * personal data. `unknown`: nobody can tell whether it went, so it is not sent again. `afterMs`: try again no sooner.
 */
export type DeliveryOutcome =
  /** `answer`: what the node that called takes from what a service said. */
  | { class: 'accepted'; providerId: string; answer?: JsonObject }
  | { class: 'rejected_permanent'; reason: string }
  | { class: 'rejected_retryable'; reason: string; afterMs?: number }
  | { class: 'throttled'; afterMs: number }
  | { class: 'unknown'; reason: string }
