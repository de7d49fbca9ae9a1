/** States of an enrolment; the smallint in tables is the position. `failed` still counts as inside. */
export const ENROLMENT_STATES = [
  'live',
  'failed',
  'completed',
  'exited',
  'goal',
  'stopped',
  'pulled-out',
  'merged',
  'erased',
] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]
