import { RefundRules } from '../journey/refunds.ts'
import type { SendingRules } from '../sending/rules.ts'
import { type Calendar, WEEKDAYS_ALONE } from '../time/calendar.ts'

/** What a simulation takes place in. */
export interface Around {
  /** What chance is made sticky by. */
  readonly journey: number
  readonly calendar: Calendar
  /** Of the workspace. */
  readonly rules: SendingRules
  readonly refunds: RefundRules
}

/** A workspace that has set nothing. */
export const NOWHERE: Around = {
  journey: 0,
  calendar: WEEKDAYS_ALONE,
  rules: { caps: [] },
  refunds: RefundRules.parse({}),
}
