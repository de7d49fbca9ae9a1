import { view as abTest } from './ab-test/view.tsx'
import { view as attributeCheck } from './attribute-check/view.tsx'
import { view as attributeSplit } from './attribute-split/view.tsx'
import { view as callService } from './call-service/view.tsx'
import { view as countCheck } from './count-check/view.tsx'
import { view as end } from './end/view.tsx'
import { view as eventCheck } from './event-check/view.tsx'
import { view as eventSplit } from './event-split/view.tsx'
import { view as grantPoints } from './grant-points/view.tsx'
import { view as groupCheck } from './group-check/view.tsx'
import { view as groupSplit } from './group-split/view.tsx'
import { view as moveGroup } from './move-group/view.tsx'
import { view as notifyTeam } from './notify-team/view.tsx'
import { view as rateGate } from './rate-gate/view.tsx'
import { view as sendEmail } from './send-email/view.tsx'
import { view as sendInbox } from './send-inbox/view.tsx'
import { view as setAttribute } from './set-attribute/view.tsx'
import { view as splitter } from './splitter/view.tsx'
import { view as tagMember } from './tag-member/view.tsx'
import { view as timeCheck } from './time-check/view.tsx'
import { view as triggerAnniversary } from './trigger-anniversary/view.tsx'
import { view as triggerApi } from './trigger-api/view.tsx'
import { view as triggerAudience } from './trigger-audience/view.tsx'
import { view as triggerEvent } from './trigger-event/view.tsx'
import { view as triggerHoliday } from './trigger-holiday/view.tsx'
import { view as triggerSegment } from './trigger-segment/view.tsx'
import type { NodeView } from './view.ts'
import { view as wait } from './wait/view.tsx'

/** How nodes look on the canvas, by type. */
export const views: ReadonlyMap<string, NodeView> = new Map([
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
