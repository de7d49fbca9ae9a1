import { z } from 'zod'
import { UserError } from '../core/errors.ts'
import { id, type TenantId } from '../core/ids.ts'
import type { Store } from '../store/store.ts'
import { MOST_PASSWORD, newPassword, WEAKEST_PASSWORD } from './password.ts'
import { letIn } from './people.ts'
import type { SignIn } from './sign-in.ts'

/** An e-mail address as people are known by it: in small letters. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())

export interface Owner {
  readonly email: string
  /** Where it was made up here: it is never to be seen again. */
  readonly password?: string
}

const UNNAMED = 'owner@waymark.local'

/**
 * The first person of an installation that has nobody, admin of every workspace there is; undefined where somebody is there. Throws
 * a UserError for an address or a password that cannot be one.
 */
export async function makeOwner(
  store: Store,
  signIn: SignIn,
  { email = UNNAMED, password }: { email?: string | undefined; password?: string | undefined },
): Promise<Owner | undefined> {
  if (await ownerOf(store)) return undefined
  const address = Email.safeParse(email)
  if (!address.success)
    throw new UserError('owner-email', `WAYMARK_OWNER_EMAIL is “${email}”: set it to an e-mail address.`)
  if (password !== undefined && (password.length < WEAKEST_PASSWORD || password.length > MOST_PASSWORD))
    throw new UserError(
      'owner-password',
      `WAYMARK_OWNER_PASSWORD must have ${WEAKEST_PASSWORD} to ${MOST_PASSWORD} characters.`,
    )
  const made = password ?? newPassword()
  await signIn.addPerson({ email: address.data, name: address.data.split('@')[0] ?? address.data, password: made })
  const tenants = await store.acrossTenants((sql) => sql.query<{ id: number }>('SELECT id FROM tenant'))
  for (const tenant of tenants) await welcomeOwner(store, id<TenantId>(tenant.id))
  return { email: address.data, ...(password === undefined ? { password: made } : {}) }
}

/** Makes the owner of the installation, where there is one, admin of a new workspace. */
export async function welcomeOwner(store: Store, tenant: TenantId): Promise<void> {
  const owner = await ownerOf(store)
  if (owner) await store.inTenant(tenant, async (tx) => letIn(tx, owner, 'admin'))
}

/** The owner is who was first. */
async function ownerOf(store: Store): Promise<string | undefined> {
  const [first] = await store.acrossTenants((sql) =>
    sql.query<{ id: string }>('SELECT id FROM auth."user" ORDER BY "createdAt", id LIMIT 1'),
  )
  return first?.id
}
