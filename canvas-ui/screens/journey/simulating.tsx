import { useQuery } from '@tanstack/react-query'
import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import type { RefundRules } from '../../../engine/core/journey/refunds.ts'
import { calendarOf } from '../../../engine/core/time/holidays.ts'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import type { Catalogue } from '../../forms/form-context.ts'
import { Simulator } from '../../simulate/simulator.tsx'
import { holidaysOf, refundRulesOf, sendingRulesOf } from '../settings/queries.ts'
import type { Place } from './queries.ts'
import { useRealMembers } from './real-members.ts'

/** The simulator, in the midst of what holds in the workspace. */
export function Simulating({
  place,
  document,
  catalogue,
  onClose,
}: {
  place: Place
  document: JourneyDocument
  catalogue: Catalogue
  onClose: () => void
}) {
  const { role, zone } = useWorkspace()
  const members = useRealMembers(place)
  const { data: calendar } = useQuery({ ...holidaysOf(place.ws), select: calendarOf })
  const { data: rules } = useQuery(sendingRulesOf(place.ws))
  const { data: refunds } = useQuery(refundRulesOf(place.ws))
  return (
    <Simulator
      {...{ document, zone, catalogue, calendar, rules, onClose }}
      refunds={refunds as RefundRules | undefined} // what is not there is absent in it
      members={isAtLeast(role, 'analyst') ? members : undefined}
    />
  )
}
