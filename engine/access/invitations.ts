import { createHash, randomBytes } from 'node:crypto'
import { UserError } from '../core/errors.ts'
import { id, type TenantId } from '../core/ids.ts'
import type { Role } from '../core/roles.ts'
import type { DbTx, Store } from '../store/store.ts'
import { audit, colleagues, letIn } from './people.ts'
import { roleOf } from './permissions.ts'
import type { Person } from './sign-in.ts'

const INVITATION_DAYS = 7

export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  /** Epoch milliseconds. */
  readonly expiresAt: number
  readonly expired: boolean
}

/** What somebody who holds a token may know of it. */
export interface OpenInvitation {
  readonly tenant: TenantId
  readonly workspace: { readonly key: string; readonly name: string }
  readonly email: string
  readonly role: Role
  /** Whether the address has a password here already: it opens the invitation too. */
  readonly known: boolean
}

/** Tokens are random, so that a plain hash of one is as good as a slow one. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Invites an address; earlier invitations of it no longer open. The token is in the answer and nowhere else. Throws a UserError
 * for an address that works here.
 */
export async function invite(
  store: Store,
  tenant: TenantId,
  { email, role }: { email: string; role: Role },
  actor: string,
): Promise<{ invitation: Invitation; token: string }> {
  if ((await colleagues(store, tenant)).some((colleague) => colleague.email === email))
    throw new UserError('already-here', `${email} works here already: change the role instead.`)
  const token = randomBytes(24).toString('base64url')
  return store.withDb(tenant, async (tx) => {
    await tx.db.invitation.deleteMany({ where: { email, acceptedAt: null } })
    const [row] = await tx.sql.query<{ id: number; at: number }>(
      `INSERT INTO invitation (tenant_id, email, role, hash, created_at, expires_at)
       SELECT $1, $2, $3, $4, now, now + make_interval(days => $5) FROM clock_timestamp() now RETURNING id, expires_at AS at`,
      [tenant, email, role, hashOf(token), INVITATION_DAYS],
    )
    if (!row) throw new Error('no invitation was made')
    await audit(tx, actor, 'person.invited', String(row.id), { role })
    return { invitation: { id: String(row.id), email, role, expiresAt: row.at, expired: false }, token }
  })
}

/** Invitations that nobody has accepted yet, the newest first. */
export async function invitations(tx: DbTx): Promise<Invitation[]> {
  const rows = await tx.sql.query<{ id: number; email: string; role: string; at: number; expired: boolean }>(
    `SELECT id, email, role, expires_at AS at, expires_at <= clock_timestamp() AS expired FROM invitation
     WHERE accepted_at IS NULL ORDER BY id DESC`,
  )
  return rows.map(({ id, email, role, at, expired }) => ({
    ...{ id: String(id), email, role: roleOf(role), expiresAt: at, expired },
  }))
}

/** Takes an invitation back. Throws a UserError where it is gone or was accepted. */
export async function takeBack(tx: DbTx, invitation: string, actor: string): Promise<void> {
  const { count } = await tx.db.invitation.deleteMany({ where: { id: BigInt(invitation), acceptedAt: null } })
  if (count === 0) throw new UserError('invitation-unknown', 'The invitation was accepted or taken back already.')
  await audit(tx, actor, 'person.uninvited', invitation, {})
}

/** What a token opens. Throws a UserError that says what to do for one that opens nothing. */
export async function openInvitation(store: Store, token: string): Promise<OpenInvitation> {
  const [row] = await store.acrossTenants((sql) =>
    sql.query<{
      tenant: number
      key: string
      name: string
      email: string
      role: string
      expired: boolean
      accepted: boolean
      known: boolean
      inside: boolean
    }>(
      `SELECT i.tenant_id AS tenant, t.key, t.name, i.email, i.role, i.expires_at <= clock_timestamp() AS expired,
         i.accepted_at IS NOT NULL AS accepted, EXISTS (SELECT FROM auth."user" u WHERE u.email = i.email) AS known,
         EXISTS (SELECT FROM membership m JOIN auth."user" u ON u.id = m.person_id
                 WHERE m.tenant_id = i.tenant_id AND u.email = i.email) AS inside
       FROM invitation i JOIN tenant t ON t.id = i.tenant_id WHERE i.hash = $1`,
      [hashOf(token)],
    ),
  )
  if (!row)
    throw new UserError('invitation-unknown', 'The link opens no invitation: ask who invited you for the newest one.')
  if (row.accepted) throw new UserError('invitation-accepted', 'The invitation was accepted already: sign in.')
  if (row.inside) throw new UserError('already-in', `${row.email} works in “${row.name}” already: sign in.`)
  if (row.expired)
    throw new UserError(
      'invitation-expired',
      `The invitation was open for ${INVITATION_DAYS} days and has expired: ask an admin of “${row.name}” to invite you again.`,
    )
  const { tenant, key, name, email, role, known } = row
  return { tenant: id<TenantId>(tenant), workspace: { key, name }, email, role: roleOf(role), known }
}

/** Lets the person an invitation is for into its workspace, once. Throws a UserError where it was closed meanwhile. */
export async function acceptInvitation(tx: DbTx, token: string, person: Person, actor: string): Promise<void> {
  const [row] = await tx.sql.query<{ id: number; role: string }>(
    `UPDATE invitation SET accepted_at = clock_timestamp()
     WHERE hash = $1 AND email = $2 AND accepted_at IS NULL AND expires_at > clock_timestamp() RETURNING id, role`,
    [hashOf(token), person.email],
  )
  if (!row) throw new UserError('invitation-unknown', 'The invitation was accepted or taken back meanwhile.')
  letIn(tx, person.id, roleOf(row.role))
  await audit(tx, actor, 'person.in', person.id, { invitation: String(row.id), role: row.role })
}
