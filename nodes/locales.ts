import { locale as abTest } from './ab-test/locale.ts'
import { locale as attributeCheck } from './attribute-check/locale.ts'
import { locale as attributeSplit } from './attribute-split/locale.ts'
import { locale as callService } from './call-service/locale.ts'
import { locale as countCheck } from './count-check/locale.ts'
import { locale as end } from './end/locale.ts'
import { locale as eventCheck } from './event-check/locale.ts'
import { locale as eventSplit } from './event-split/locale.ts'
import { locale as grantPoints } from './grant-points/locale.ts'
import { locale as groupCheck } from './group-check/locale.ts'
import { locale as groupSplit } from './group-split/locale.ts'
import type { NodeLocale } from './locale.ts'
import { locale as moveGroup } from './move-group/locale.ts'
import { locale as notifyTeam } from './notify-team/locale.ts'
import { locale as rateGate } from './rate-gate/locale.ts'
import { locale as sendEmail } from './send-email/locale.ts'
import { locale as sendInbox } from './send-inbox/locale.ts'
import { locale as setAttribute } from './set-attribute/locale.ts'
import { locale as splitter } from './splitter/locale.ts'
import { locale as tagMember } from './tag-member/locale.ts'
import { locale as timeCheck } from './time-check/locale.ts'
import { locale as triggerAnniversary } from './trigger-anniversary/locale.ts'
import { locale as triggerApi } from './trigger-api/locale.ts'
import { locale as triggerAudience } from './trigger-audience/locale.ts'
import { locale as triggerEvent } from './trigger-event/locale.ts'
import { locale as triggerHoliday } from './trigger-holiday/locale.ts'
import { locale as triggerSegment } from './trigger-segment/locale.ts'
import { locale as wait } from './wait/locale.ts'

/** What nodes say, by type. */
export const locales: ReadonlyMap<string, NodeLocale> = new Map([
  ['ab-test', abTest],
  ['attribute-check', attributeCheck],
  ['attribute-split', attributeSplit],
  ['call-service', callService],
  ['count-check', countCheck],
  ['end', end],
  ['event-check', eventCheck],
  ['event-split', eventSplit],
  ['grant-points', grantPoints],
  ['group-check', groupCheck],
  ['group-split', groupSplit],
  ['move-group', moveGroup],
  ['notify-team', notifyTeam],
  ['rate-gate', rateGate],
  ['send-email', sendEmail],
  ['send-inbox', sendInbox],
  ['set-attribute', setAttribute],
  ['splitter', splitter],
  ['tag-member', tagMember],
  ['time-check', timeCheck],
  ['trigger-anniversary', triggerAnniversary],
  ['trigger-holiday', triggerHoliday],
  ['trigger-api', triggerApi],
  ['trigger-audience', triggerAudience],
  ['trigger-event', triggerEvent],
  ['trigger-segment', triggerSegment],
  ['wait', wait],
])
