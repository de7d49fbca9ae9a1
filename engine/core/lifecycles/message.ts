/** States of a message; the smallint in tables is the position. `planned` to `sending` are not settled yet. */
export const MESSAGE_STATES = [
  'planned',
  'claimed',
  'sending',
  'accepted',
  'delivered',
  'opened',
  'clicked',
  'blocked',
  'failed',
  'unknown',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]
