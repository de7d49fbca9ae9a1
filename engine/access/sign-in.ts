import { betterAuth } from 'better-auth'
import { UserError } from '../core/errors.ts'
import type { Store } from '../store/store.ts'
import { Lockout } from './lockout.ts'
import { MOST_PASSWORD, WEAKEST_PASSWORD } from './password.ts'

export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
}

export interface Session {
  readonly id: string
  readonly person: Person
}

export interface SignInOptions {
  /** Signs the cookies: at least 32 characters, the same for every process of an installation. */
  readonly secret: string
  /** Where browsers find this, such as `https://waymark.example.com`; else wherever they ask, without TLS. */
  readonly publicUrl?: string
}

const DAY_S = 86_400
const CONNECTIONS = 4

const configured = (connections: ReturnType<Store['signInConnections']>, { secret, publicUrl }: SignInOptions) =>
  betterAuth({
    database: connections,
    secret,
    basePath: '/api/auth',
    ...(publicUrl ? { baseURL: publicUrl } : {}),
    // Whoever asks has been compared with the address that was asked by the guard of the API; this is the second wall.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, minPasswordLength: WEAKEST_PASSWORD, maxPasswordLength: MOST_PASSWORD },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S, cookieCache: { enabled: false } },
    // The API limits by address and by account.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'waymark',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
    },
  })

/** Opens what knows who is who: passwords, sessions, cookies. Closing it ends its connections. */
export function openSignIn(store: Store, options: SignInOptions) {
  if (options.secret.length < 32)
    throw new UserError('secret-short', 'WAYMARK_SECRET is short: set it to 32 random characters or more.')
  const connections = store.signInConnections(CONNECTIONS)
  const auth = configured(connections, options)
  const lockout = new Lockout(connections)
  return {
    publicUrl: options.publicUrl,
    lockout,
    /** Answers a request to `/api/auth/…` as better-auth does. Whoever routes to it chooses which paths are open. */
    handle: (request: Request): Promise<Response> => auth.handler(request),
    /** Whose session a request's cookie names, and the cookies that prolong it; undefined for none that lives. */
    async session(headers: Headers): Promise<{ session: Session; cookies: string[] } | undefined> {
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
      if (!response) return undefined
      const { id, email, name } = response.user
      return { session: { id: response.session.id, person: { id, email, name } }, cookies: answered.getSetCookie() }
    },
    /** Makes a person who can sign in by a password. Throws a UserError where the address is somebody's already. */
    async addPerson({ email, name, password }: { email: string; name: string; password: string }): Promise<Person> {
      const context = await auth.$context
      const taken = async () => (await context.internalAdapter.findUserByEmail(email)) !== null
      const exists = new UserError('person-exists', `${email} has a password here already: sign in with it.`)
      if (await taken()) throw exists
      const { user } = await auth.api.signUpEmail({ body: { email, name, password } }).catch(async (error: unknown) => {
        throw (await taken()) ? exists : error // somebody was faster
      })
      await context.internalAdapter.deleteUserSessions(user.id) // of the session that came with it, nobody has the cookie
      return { id: user.id, email: user.email, name: user.name }
    },
    /** Gives a person a new password and ends every session of theirs. Throws a UserError where nobody has the address. */
    async resetPassword(email: string, password: string): Promise<void> {
      const { internalAdapter, password: passwords } = await auth.$context
      const found = await internalAdapter.findUserByEmail(email)
      if (!found) throw new UserError('person-unknown', `Nobody here has the address ${email}.`)
      await internalAdapter.updatePassword(found.user.id, await passwords.hash(password))
      await internalAdapter.deleteUserSessions(found.user.id)
      await lockout.forget(found.user.email)
    },
    options: auth.options,
    close: (): Promise<void> => connections.end(),
  }
}

export type SignIn = ReturnType<typeof openSignIn>
