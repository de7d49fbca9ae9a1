import type { ApplyEffect } from '../engine/runtime/effects.ts'
import { apply as abTest } from './ab-test/effect.ts'
import { apply as callService } from './call-service/effect.ts'
import { apply as countCheck } from './count-check/effect.ts'
import { apply as end } from './end/effect.ts'
import { apply as grantPoints } from './grant-points/effect.ts'
import { apply as moveGroup } from './move-group/effect.ts'
import { apply as notifyTeam } from './notify-team/effect.ts'
import { apply as rateGate } from './rate-gate/effect.ts'
import { apply as sendEmail } from './send-email/effect.ts'
import { apply as sendInbox } from './send-inbox/effect.ts'
import { apply as setAttribute } from './set-attribute/effect.ts'
import { apply as splitter } from './splitter/effect.ts'
import { apply as tagMember } from './tag-member/effect.ts'

/** What nodes do, by type: the server's half of the registry. */
export const effects: ReadonlyMap<string, ApplyEffect> = new Map([
  ['ab-test', abTest],
  ['call-service', callService],
  ['count-check', countCheck],
  ['end', end],
  ['grant-points', grantPoints],
  ['move-group', moveGroup],
  ['notify-team', notifyTeam],
  ['rate-gate', rateGate],
  ['send-email', sendEmail],
  ['send-inbox', sendInbox],
  ['set-attribute', setAttribute],
  ['splitter', splitter],
  ['tag-member', tagMember],
])
