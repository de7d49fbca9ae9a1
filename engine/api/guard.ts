import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  actorOf,
  may,
  PERMISSIONS,
  type Permission,
  type Person,
  type Place,
  placeOf,
  type SignIn,
} from '../access/face.ts'
import type { Engine } from '../runtime/engine.ts'
import type { Author } from '../runtime/journeys/drafts.ts'
import { Problem } from './problems.ts'

/** What a route asks of who calls: a permission in the workspace `:ws`, somebody signed in, or nothing. */
export type Asked = Permission | 'signed-in' | 'nobody'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route under /api says it; the server does not start otherwise. */
    readonly asks?: Asked
  }
}

export const InWorkspace = z.object({ ws: z.string().describe('key of the workspace') })

const persons = new WeakMap<FastifyRequest, Person>()
const places = new WeakMap<FastifyRequest, Place>()

/** Who is signed in. Throws where the route asks for nobody. */
export function personOf(request: FastifyRequest): Person {
  const person = persons.get(request)
  if (!person) throw new Error(`${request.url} asks for nobody`)
  return person
}

/** The workspace of a request, the role in it, and the name of who acts for the audit. Throws where the route asks for no permission. */
export function workspaceOf(request: FastifyRequest): Place & { readonly actor: string } {
  const place = places.get(request)
  if (!place) throw new Error(`${request.url} asks for no permission`)
  return { ...place, actor: actorOf(personOf(request)) }
}

/** Who acts in a request: for the audit, and as colleagues read it. Throws where the route asks for nobody. */
export function authorOf(request: FastifyRequest): Author {
  const person = personOf(request)
  return { actor: actorOf(person), name: person.name }
}

/** Headers of a request as the web has them, with the address that is believed in place of what the request says. */
export function webHeaders(of: IncomingHttpHeaders, ip: string): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(of))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  headers.set('x-real-ip', ip)
  return headers
}

/** Where browsers find the server: the address that was set, else the one they asked. */
export const addressOf = (request: { protocol: string; host: string }, publicUrl: string | undefined): string =>
  publicUrl ?? `${request.protocol}://${request.host}`

/** Whether a page of this very address asks, or no page at all. A page of another must not act for who is signed in here. */
export function isOwnOrigin(origin: string | undefined, address: string): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === new URL(address).host
}

const isApi = (url: string) => url === '/api' || url.startsWith('/api/')

/**
 * The one place where the API asks who may do what: every route under /api says what it asks (`config: { asks: 'journeys.read' }`),
 * and one that says nothing, or asks for a permission without a `:ws`, throws when it is added.
 */
export function guard(app: FastifyInstance, engine: Engine, signIn: SignIn): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (!isApi(url)) return
    const asks = config?.asks
    if (asks === undefined) throw new Error(`${url} does not say what it asks of who calls: config: { asks: … }`)
    if (asks in PERMISSIONS !== url.startsWith('/api/w/:ws/'))
      throw new Error(`${url} asks for ${asks}: permissions are given in a workspace, under /api/w/:ws`)
  })

  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<Person> => {
    const found = await signIn.session(webHeaders(request.headers, request.ip))
    if (!found) throw new Problem('signed-out', 'Sign in, then try again.')
    for (const cookie of found.cookies) void reply.header('set-cookie', cookie)
    persons.set(request, found.session.person)
    return found.session.person
  }

  app.addHook('onRequest', async (request, reply) => {
    const { asks } = request.routeOptions.config
    if (request.is404 || asks === undefined) return
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads && !isOwnOrigin(request.headers.origin, addressOf(request, signIn.publicUrl)))
      throw new Problem('foreign-origin', 'A page of another address asked: open Waymark by its own.')
    void reply.header('cache-control', 'no-store')
    if (asks === 'nobody') return
    const person = await enter(request, reply)
    if (asks === 'signed-in') return
    const { ws } = request.params as { ws: string } // the route has it: see onRoute
    const place = await placeOf(engine.store, person.id, ws)
    if (!place) throw new Problem('workspace-unknown', `You work in no workspace “${ws}”: choose one of yours.`)
    places.set(request, place)
    if (!may(place.role, asks))
      throw new Problem(
        'not-allowed',
        `It takes the role ${PERMISSIONS[asks]}, and you are ${place.role}: ask an admin.`,
      )
  })
}
