import type { FastifyInstance, HTTPMethods, InjectOptions } from 'fastify'
import { letIn, openSignIn, type Role } from '../access/face.ts'
import type { Asked } from '../api/guard.ts'
import { buildServer, type ServerOptions } from '../api/server.ts'
import { templates } from '../cli/demo/templates.ts'
import { rowsOutsideMonths } from '../store/maintenance.ts'
import { missingMigrations } from '../store/missing-migrations.ts'
import type { TestWorkspace } from './workspace.ts'

interface Route {
  readonly method: HTTPMethods & InjectOptions['method']
  readonly url: string
  readonly asks: Asked | undefined
}

/** What everybody in a test signs in with. */
export const PASSWORD = 'a long password'

/** The API of a workspace whose key is `t`, and people who are signed in to it. */
export async function testApi(w: TestWorkspace, more: Partial<Omit<ServerOptions, 'engine' | 'signIn'>> = {}) {
  const routes: Route[] = []
  const { store } = w.engine
  const signIn = openSignIn(store, { secret: 'only for tests, and long enough for them' })
  const app: FastifyInstance = buildServer({
    engine: w.engine,
    signIn,
    templates,
    missingMigrations: () => missingMigrations(w.url),
    rowsOutsideMonths: () => rowsOutsideMonths(store),
    perMinute: 1_000_000,
    signInsPerMinute: 1_000_000,
    ...more,
  })
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) routes.push({ method: one as Route['method'], url, asks: config?.asks }) // as fastify has them
  })
  await app.ready()
  return {
    app,
    signIn,
    routes,
    /** Makes somebody who works in a workspace, the test's unless told otherwise; `role` null makes one who works in none. */
    async person(email: string, role: Role | null, tenant = w.tenant): Promise<{ id: string; cookie: string }> {
      const { id } = await signIn.addPerson({ email, name: email.split('@')[0] ?? email, password: PASSWORD })
      if (role) await store.inTenant(tenant, async (tx) => letIn(tx, id, role))
      return { id, cookie: await this.cookie(email) }
    },
    /** Signs somebody in; answers the cookie to send. */
    async cookie(email: string, password = PASSWORD): Promise<string> {
      const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } })
      const [cookie] = [answer.headers['set-cookie'] ?? []].flat()
      if (!cookie) throw new Error(`${email} could not sign in: ${answer.body}`)
      return cookie.split(';')[0] ?? ''
    },
    async close(): Promise<void> {
      await app.close()
      await signIn.close()
    },
  }
}

export type TestApi = Awaited<ReturnType<typeof testApi>>
