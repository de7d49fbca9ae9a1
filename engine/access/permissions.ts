import { ROLES, type Role } from '../core/roles.ts'

/** Everything that needs leave, with the least role that has it. The only place that says who may do what. */
export const PERMISSIONS = {
  /** Journeys, their counts and reports; templates. */
  'journeys.read': 'viewer',
  /** What conditions can be built of: attributes, tags, events, segments' names, accounts. */
  'catalogue.read': 'viewer',
  /** One's own notices, and to mark them as read. */
  'notices.read': 'viewer',
  /** Who else works here. */
  'people.read': 'viewer',
  /** Members one by one: attributes, timelines, traces, who is at a node. */
  'members.read': 'analyst',
  'segments.edit': 'analyst',
  /** Drafts: make, change, duplicate, archive. */
  'journeys.edit': 'operator',
  /** Publish, pause, resume, stop. */
  'journeys.run': 'operator',
  /** Pull members out, push them on, retry them. */
  'members.steer': 'operator',
  /** Agree to a journey that a colleague asks to publish, or reject it. */
  'approvals.decide': 'approver',
  /** Above which size journeys take a second person to publish. */
  'approvals.edit': 'admin',
  /** Invite people, change roles, take people out. */
  'people.manage': 'admin',
  'keys.manage': 'admin',
  /** Services outside that journeys may call, and what goes with the calls. */
  'connections.manage': 'admin',
  /** Which days are holidays, for every journey of the workspace. */
  'holidays.edit': 'admin',
  /** What the workspace calls a refund, and which accounts it may take below zero. */
  'refunds.edit': 'admin',
  /** Attributes that hold when members first did something. */
  'first-dates.edit': 'admin',
  /** When messages go and how many, where a journey says nothing else. */
  'sending.edit': 'admin',
} as const satisfies Record<string, Role>
export type Permission = keyof typeof PERMISSIONS

export const may = (role: Role, permission: Permission): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(PERMISSIONS[permission])

/** The role of a row. Throws a RangeError on one this program does not know. */
export function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text)
  if (!role) throw new RangeError(`unknown role ${text}`)
  return role
}
