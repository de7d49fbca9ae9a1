import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ApiKey, type ApiScope, findApiKey } from '../members/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { Problem } from './problems.ts'

const MINUTE_MS = 60_000
/** Wrong keys from one address in a minute, before it is told to wait. */
const MOST_STRANGERS = 100

const callers = new WeakMap<FastifyRequest, ApiKey>()

/** The key that opened a request. Throws where no hook has asked for one. */
export function callerOf(request: FastifyRequest): ApiKey {
  const caller = callers.get(request)
  if (!caller) throw new Error(`${request.url} asks for no key`)
  return caller
}

/** `Basic` with the key as the user's name and no password, as Segment's libraries send it, or `Bearer`. */
function presentedKey(header: string | undefined): string | undefined {
  const [, scheme, value] = /^(basic|bearer) +(\S+)$/i.exec(header ?? '') ?? []
  if (value === undefined) return undefined
  if (scheme?.toLowerCase() === 'bearer') return value
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0]
}

/** Opens all routes of a scope to keys that may do this, up to `perMinute` requests each. Needs the rate-limit plugin. */
export function requireKey(app: FastifyInstance, engine: Engine, scope: ApiScope, perMinute: number): void {
  const within = app.createRateLimit({
    max: perMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => String(callerOf(request).id),
  })
  const strangers = app.createRateLimit({ max: MOST_STRANGERS, timeWindow: MINUTE_MS })
  app.addHook('onRequest', async (request, reply) => {
    const refuse = (limit: { ttlInSeconds: number }) => {
      void reply.header('retry-after', limit.ttlInSeconds)
      return new Problem('too-many-requests', `Wait ${limit.ttlInSeconds} s.`)
    }
    const presented = presentedKey(request.headers.authorization)
    const key = presented ? await findApiKey(engine.store, presented) : undefined
    if (!key) {
      const limit = await strangers(request)
      if (!limit.isAllowed && limit.isExceeded) throw refuse(limit)
      void reply.header('www-authenticate', 'Basic realm="waymark", charset="UTF-8"')
      throw new Problem('unauthorised', 'Send a write key: Authorization: Basic base64(key + ":"), or Bearer.')
    }
    if (!key.scopes.includes(scope)) throw new Problem('forbidden', `The key has no scope ${scope}.`)
    callers.set(request, key)
    const limit = await within(request)
    if (!limit.isAllowed && limit.isExceeded) throw refuse(limit)
  })
}
