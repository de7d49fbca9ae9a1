/** What a person may be in a workspace: each may do all that the one before it may. */
export const ROLES = ['viewer', 'analyst', 'operator', 'approver', 'admin'] as const
export type Role = (typeof ROLES)[number]
