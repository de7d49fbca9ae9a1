import type { ApplyEffect } from '../engine/runtime/effects.ts'
import { apply as abTest } from './ab-test/effect.ts'
import { apply as grantPoints } from './grant-points/effect.ts'
import { apply as sendEmail } from './send-email/effect.ts'
import { apply as sendInbox } from './send-inbox/effect.ts'
import { apply as tagMember } from './tag-member/effect.ts'

/** What nodes do, by type: the server's half of the registry. */
export const effects: ReadonlyMap<string, ApplyEffect> = new Map([
  ['ab-test', abTest],
  ['grant-points', grantPoints],
  ['send-email', sendEmail],
  ['send-inbox', sendInbox],
  ['tag-member', tagMember],
])
