import type { FastifyRequest } from 'fastify'
import type { TenantId } from '../core/ids.ts'
import type { Language } from '../core/say.ts'
import type { Engine } from '../runtime/engine.ts'

/** Who calls a route, and where. */
export interface Asker {
  readonly tenant: TenantId
  /** For the audit. */
  readonly actor: string
  /** For colleagues to read. */
  readonly name: string
}

/** What the routes of journeys are given. */
export interface JourneyRoutes {
  readonly engine: Engine
  readonly whoAsks: (request: FastifyRequest) => Asker
}

/** Chinese where the reader names it before English, or names neither. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const [first = 'zh'] = (request.headers['accept-language'] ?? '').toLowerCase().match(/\b(zh|en)\b/g) ?? []
  return first === 'en' ? 'en' : 'zh-CN'
}
