import { registryOf } from '../engine/core/journey/node.ts'
import { definition as abTest } from './ab-test/node.ts'
import { definition as attributeCheck } from './attribute-check/node.ts'
import { definition as attributeSplit } from './attribute-split/node.ts'
import { definition as callService } from './call-service/node.ts'
import { definition as countCheck } from './count-check/node.ts'
import { definition as end } from './end/node.ts'
import { definition as eventCheck } from './event-check/node.ts'
import { definition as eventSplit } from './event-split/node.ts'
import { definition as grantPoints } from './grant-points/node.ts'
import { definition as groupCheck } from './group-check/node.ts'
import { definition as groupSplit } from './group-split/node.ts'
import { locales } from './locales.ts'
import { definition as moveGroup } from './move-group/node.ts'
import { definition as notifyTeam } from './notify-team/node.ts'
import { definition as rateGate } from './rate-gate/node.ts'
import { definition as sendEmail } from './send-email/node.ts'
import { definition as sendInbox } from './send-inbox/node.ts'
import { definition as setAttribute } from './set-attribute/node.ts'
import { definition as splitter } from './splitter/node.ts'
import { definition as tagMember } from './tag-member/node.ts'
import { definition as timeCheck } from './time-check/node.ts'
import { definition as triggerAnniversary } from './trigger-anniversary/node.ts'
import { definition as triggerApi } from './trigger-api/node.ts'
import { definition as triggerAudience } from './trigger-audience/node.ts'
import { definition as triggerEvent } from './trigger-event/node.ts'
import { definition as triggerHoliday } from './trigger-holiday/node.ts'
import { definition as triggerSegment } from './trigger-segment/node.ts'
import { definition as wait } from './wait/node.ts'

/** Every node type there is. */
export const registry = registryOf(
  [
    triggerEvent,
    triggerAudience,
    triggerAnniversary,
    triggerHoliday,
    triggerSegment,
    triggerApi,
    attributeCheck,
    attributeSplit,
    groupCheck,
    groupSplit,
    eventCheck,
    eventSplit,
    countCheck,
    splitter,
    timeCheck,
    abTest,
    wait,
    rateGate,
    end,
    sendInbox,
    sendEmail,
    grantPoints,
    tagMember,
    setAttribute,
    moveGroup,
    notifyTeam,
    callService,
  ],
  locales,
)
