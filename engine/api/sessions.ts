import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Email, MOST_PASSWORD, type Person, type SignIn, WEAKEST_PASSWORD } from '../access/face.ts'
import { addressOf, webHeaders } from './guard.ts'
import { failures, Problem } from './problems.ts'

const MINUTE_MS = 60_000

export const Password = z.string().min(WEAKEST_PASSWORD).max(MOST_PASSWORD)

/** What of better-auth's answer counts. */
const SignedIn = z.object({ user: z.object({ id: z.string(), email: z.string(), name: z.string() }) })

/** Signs people in and out, up to a limit by address and by account. */
export class Sessions {
  constructor(private readonly signIn: SignIn) {}

  /** Lets better-auth answer a request of its own, or one of ours under another path, and passes on what it sets. */
  async relay(request: FastifyRequest, reply: FastifyReply, path: string, body: object): Promise<unknown> {
    const headers = webHeaders(request.headers, request.ip)
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name)
    headers.set('content-type', 'application/json')
    const url = new URL(path, addressOf(request, this.signIn.publicUrl))
    const answer = await this.signIn.handle(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
    for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie)
    const said = (await answer.json().catch(() => undefined)) as { code?: string; message?: string } | undefined
    if (answer.ok) return said
    if (answer.status >= 500) throw new Error(`sign-in answered ${answer.status}`)
    if (said?.code === 'INVALID_EMAIL_OR_PASSWORD' || said?.code === 'INVALID_PASSWORD')
      throw new Problem('wrong-password', 'Check both, and whether capitals are on.')
    if (answer.status === 401) throw new Problem('signed-out', 'Sign in, then try again.')
    throw new Problem('bad-request', said?.message ?? `Sign-in answered ${answer.status}.`)
  }

  /** Signs in, and sets the cookie. Throws a Problem for a wrong password, and for an account that has seen too many. */
  async enter(
    request: FastifyRequest,
    reply: FastifyReply,
    { email, password }: { email: string; password: string },
  ): Promise<Person> {
    const { lockout } = this.signIn
    const wait = await lockout.begin(email)
    if (wait > 0) {
      void reply.header('retry-after', wait)
      throw new Problem(
        'too-many-requests',
        `Too many wrong passwords: wait ${Math.ceil(wait / 60)} min and try again.`,
      )
    }
    try {
      const said = await this.relay(request, reply, '/api/auth/sign-in/email', { email, password })
      await lockout.forget(email)
      return SignedIn.parse(said).user
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'wrong-password')) await lockout.takeBack(email)
      throw error
    }
  }
}

const Done = z.object({ done: z.literal(true) })
const about = (summary: string) => ({ summary, tags: ['session'], response: { 200: Done, ...failures } })
const done = { done: true as const }

export interface SessionsOptions {
  readonly sessions: Sessions
  /** Tries to sign in from one address in a minute. */
  readonly perMinute: number
}

/** better-auth, of which only these paths are open. */
export const sessionRoutes: FastifyPluginAsyncZod<SessionsOptions> = async (app, { sessions, perMinute }) => {
  const open = { asks: 'nobody' } as const
  const signedIn = { asks: 'signed-in' } as const
  const rateLimit = { max: perMinute, timeWindow: MINUTE_MS }
  app.post(
    '/sign-in/email',
    {
      config: { ...open, rateLimit },
      schema: { body: z.strictObject({ email: Email, password: z.string().max(MOST_PASSWORD) }), ...about('Sign in') },
    },
    async (request, reply) => {
      await sessions.enter(request, reply, request.body)
      return done
    },
  )
  app.post('/sign-out', { config: open, schema: about('Sign out') }, async (request, reply) => {
    await sessions.relay(request, reply, request.url, {})
    return done
  })
  app.post(
    '/change-password',
    {
      config: { ...signedIn, rateLimit },
      schema: {
        body: z.strictObject({ currentPassword: z.string().max(MOST_PASSWORD), newPassword: Password }),
        ...about('Change the password; other sessions end'),
      },
    },
    async (request, reply) => {
      await sessions.relay(request, reply, request.url, { ...request.body, revokeOtherSessions: true })
      return done
    },
  )
  app.post(
    '/revoke-other-sessions',
    { config: signedIn, schema: about('Sign out everywhere else') },
    async (request, reply) => {
      await sessions.relay(request, reply, request.url, {})
      return done
    },
  )
}
