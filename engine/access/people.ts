import { personOfActor } from '../core/actors.ts'
import { UserError } from '../core/errors.ts'
import type { TenantId } from '../core/ids.ts'
import type { Role } from '../core/roles.ts'
import { accessSql } from '../store/sql/access.ts'
import type { DbTx, Store, Tx } from '../store/store.ts'
import { may, type Permission, roleOf } from './permissions.ts'
import type { Person } from './sign-in.ts'

/** A workspace that a person works in. */
export interface Place {
  readonly tenant: TenantId
  readonly key: string
  readonly name: string
  readonly zone: string
  readonly role: Role
}

export interface Colleague extends Person {
  readonly role: Role
  /** Epoch milliseconds. */
  readonly since: number
}

/** Where a person works, by name. */
export async function placesOf(store: Store, person: string): Promise<Place[]> {
  const rows = await store.acrossTenants((sql) =>
    sql.query<Omit<Place, 'role'> & { role: string }>(
      `SELECT t.id AS tenant, t.key, t.name, t.zone, m.role FROM membership m JOIN tenant t ON t.id = m.tenant_id
       WHERE m.person_id = $1 ORDER BY t.name, t.key`,
      [person],
    ),
  )
  return rows.map((row) => ({ ...row, role: roleOf(row.role) }))
}

/** Whether an actor of the audit may do something in the workspace, and cannot be told otherwise before this transaction ends. */
export async function mayStill(tx: Tx, actor: string, permission: Permission): Promise<boolean> {
  const person = personOfActor(actor)
  if (person === undefined) return false
  const [row] = await tx.sql.query<{ role: string }>('SELECT role FROM membership WHERE person_id = $1 FOR SHARE', [
    person,
  ])
  return row !== undefined && may(roleOf(row.role), permission)
}

/** What a person is in the workspace of this key; undefined where it is not there, or not theirs. */
export async function placeOf(store: Store, person: string, key: string): Promise<Place | undefined> {
  const [row] = await store.acrossTenants((sql) => sql.query(accessSql.place, [key, person]))
  if (!row) return undefined
  const { tenant_id: tenant, name, zone, role } = row
  return { tenant, key, name, zone, role: roleOf(role) }
}

/** Who works in a workspace, by name. */
export async function colleagues(store: Store, tenant: TenantId): Promise<Colleague[]> {
  const rows = await store.acrossTenants((sql) =>
    sql.query<Person & { role: string; since: number }>(
      `SELECT u.id, u.email, u.name, m.role, m.created_at AS since FROM membership m JOIN auth."user" u ON u.id = m.person_id
       WHERE m.tenant_id = $1 ORDER BY u.name, u.email`,
      [tenant],
    ),
  )
  return rows.map((row) => ({ ...row, role: roleOf(row.role) }))
}

/** Lets a person into a workspace; one who is there already keeps the role. */
export function letIn(tx: Tx, person: string, role: Role): void {
  tx.sql.write(
    'INSERT INTO membership (tenant_id, person_id, role, created_at) VALUES ($1, $2, $3, clock_timestamp()) ON CONFLICT DO NOTHING',
    [tx.tenant, person, role],
  )
}

/** Changes what a colleague may do. Throws a UserError for a stranger, and for the last admin. */
export async function changeRole(tx: DbTx, person: string, role: Role, actor: string): Promise<void> {
  const before = await lockRole(tx, person, role !== 'admin')
  await tx.db.membership.updateMany({ where: { personId: person }, data: { role } })
  await audit(tx, actor, 'person.role', person, { before, role })
}

/** Takes a colleague out of a workspace, at once. Throws a UserError for a stranger, and for the last admin. */
export async function takeOut(tx: DbTx, person: string, actor: string): Promise<void> {
  const role = await lockRole(tx, person, true)
  await tx.db.membership.deleteMany({ where: { personId: person } })
  await audit(tx, actor, 'person.out', person, { role })
}

/** The role of a colleague, while nobody else changes who is admin. */
async function lockRole(tx: DbTx, person: string, leaves: boolean): Promise<Role> {
  const rows = await tx.sql.query<{ person: string; role: string }>(
    `SELECT person_id AS person, role FROM membership WHERE person_id = $1 OR role = 'admin' ORDER BY person_id FOR UPDATE`,
    [person],
  )
  const found = rows.find((row) => row.person === person)
  if (!found) throw new UserError('person-unknown', 'Nobody of this id works in the workspace: load the list again.')
  if (leaves && found.role === 'admin' && rows.filter((row) => row.role === 'admin').length === 1)
    throw new UserError('last-admin', 'This is the last admin of the workspace: make somebody else admin first.')
  return roleOf(found.role)
}

export async function audit(
  tx: DbTx,
  actor: string,
  action: string,
  subject: string,
  detail: Record<string, string>,
): Promise<void> {
  await tx.db.audit.create({ data: { tenantId: BigInt(tx.tenant), actor, action, subject, detail } })
}
