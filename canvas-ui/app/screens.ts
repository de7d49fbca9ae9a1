import { Filter, List, Route, Settings, Stamp, Users } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import type { LucideIcon } from '../kit/icon.tsx'
import type { appMessages } from './locale.ts'
import type { Role } from './session.tsx'

/** A screen of a workspace. The first that a person may see is their first page. */
export interface Screen {
  /** Below `/w/:ws`, in wouter's syntax. */
  readonly path: string
  readonly form: 'nav' | 'rail'
  /** The place of the navigation that is lit while it is seen. */
  readonly place: string
  readonly least: Role
  readonly Component: ComponentType
}

/** A place of the navigation; `path` is that of its first screen. */
export interface NavPlace {
  readonly path: string
  readonly label: keyof (typeof appMessages)['zh-CN']
  readonly icon: LucideIcon
  readonly at: 'top' | 'bottom'
}

export const PLACES: readonly NavPlace[] = [
  { path: '/journeys', label: 'journeys', icon: Route, at: 'top' },
  { path: '/members', label: 'members', icon: Users, at: 'top' },
  { path: '/segments', label: 'segments', icon: Filter, at: 'top' },
  { path: '/groups', label: 'groups', icon: List, at: 'top' },
  { path: '/approvals', label: 'approvals', icon: Stamp, at: 'top' },
  { path: '/settings/people', label: 'settings', icon: Settings, at: 'bottom' },
]

const journey = { form: 'rail', place: '/journeys' } as const
const settings = { form: 'nav', place: '/settings/people' } as const

/** Each comes as a file of its own, when it is first seen. */
export const SCREENS: readonly Screen[] = [
  {
    form: 'nav',
    place: '/journeys',
    path: '/journeys',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/journeys/journeys.tsx')).Journeys })),
  },
  {
    ...{ path: '/members', place: '/members', form: 'nav', least: 'analyst' },
    Component: lazy(async () => ({ default: (await import('../screens/members/members.tsx')).Members })),
  },
  {
    ...{ path: '/members/:member', place: '/members', form: 'nav', least: 'analyst' },
    Component: lazy(async () => ({ default: (await import('../screens/members/member.tsx')).MemberPage })),
  },
  {
    ...{ path: '/segments', place: '/segments', form: 'nav', least: 'viewer' },
    Component: lazy(async () => ({ default: (await import('../screens/segments/segments.tsx')).Segments })),
  },
  {
    ...{ path: '/segments/:segment', place: '/segments', form: 'nav', least: 'viewer' },
    Component: lazy(async () => ({ default: (await import('../screens/segments/segment.tsx')).SegmentPage })),
  },
  {
    ...{ path: '/groups', place: '/groups', form: 'nav', least: 'viewer' },
    Component: lazy(async () => ({ default: (await import('../screens/groups/groups.tsx')).Groups })),
  },
  {
    ...{ path: '/groups/:group', place: '/groups', form: 'nav', least: 'viewer' },
    Component: lazy(async () => ({ default: (await import('../screens/groups/group.tsx')).GroupPage })),
  },
  {
    ...journey,
    path: '/journeys/:key',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/journey/live.tsx')).LiveJourney })),
  },
  {
    ...journey,
    path: '/journeys/:key/report',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/journey/report.tsx')).JourneyReport })),
  },
  {
    ...journey,
    path: '/journeys/:key/edit',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/journey/edit.tsx')).EditJourney })),
  },
  {
    ...{ path: '/approvals', place: '/approvals', form: 'nav', least: 'viewer' },
    Component: lazy(async () => ({ default: (await import('../screens/approvals/approvals.tsx')).Approvals })),
  },
  {
    ...{ path: '/approvals/:approval', place: '/approvals', form: 'nav', least: 'viewer' },
    Component: lazy(async () => ({ default: (await import('../screens/approvals/approval.tsx')).ApprovalPage })),
  },
  {
    ...{ path: '/approvals/:approval/drawing', place: '/approvals', form: 'rail', least: 'viewer' },
    Component: lazy(async () => ({ default: (await import('../screens/approvals/drawing.tsx')).ApprovalDrawing })),
  },
  {
    ...settings,
    path: '/settings/people',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/settings/people.tsx')).PeopleSettings })),
  },
  {
    ...settings,
    path: '/settings/holidays',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/settings/holidays.tsx')).HolidaySettings })),
  },
  {
    ...settings,
    path: '/settings/sending',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/settings/sending.tsx')).SendingSettings })),
  },
  {
    ...settings,
    path: '/settings/approvals',
    least: 'admin',
    Component: lazy(async () => ({ default: (await import('../screens/settings/approvals.tsx')).ApprovalSettings })),
  },
  {
    ...settings,
    path: '/settings/refunds',
    least: 'admin',
    Component: lazy(async () => ({ default: (await import('../screens/settings/refunds.tsx')).RefundSettings })),
  },
  {
    ...settings,
    path: '/settings/first-dates',
    least: 'admin',
    Component: lazy(async () => ({
      default: (await import('../screens/settings/first-dates.tsx')).FirstDateSettings,
    })),
  },
  {
    ...settings,
    path: '/settings/services',
    least: 'admin',
    Component: lazy(async () => ({ default: (await import('../screens/settings/services.tsx')).ServiceSettings })),
  },
  {
    ...settings,
    path: '/settings/keys',
    least: 'admin',
    Component: lazy(async () => ({ default: (await import('../screens/settings/keys.tsx')).KeySettings })),
  },
  {
    ...settings,
    path: '/settings/account',
    least: 'viewer',
    Component: lazy(async () => ({ default: (await import('../screens/settings/account.tsx')).AccountSettings })),
  },
]
