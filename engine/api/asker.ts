import type { FastifyRequest } from 'fastify'
import type { TenantId } from '../core/ids.ts'
import type { Problem } from '../core/journey/problems.ts'
import type { Engine } from '../runtime/engine.ts'

/** Who calls a route, and where. */
export interface Asker {
  readonly tenant: TenantId
  /** For the audit. */
  readonly actor: string
  /** For colleagues to read. */
  readonly name: string
}

/** The sentence of a problem in a language, with what nodes say of their own settings. */
export type ProblemText = (problem: Problem, language: string) => string

/** What the routes of journeys are given. */
export interface JourneyRoutes {
  readonly engine: Engine
  readonly problemText: ProblemText
  readonly whoAsks: (request: FastifyRequest) => Asker
}

/** Chinese where the reader names it before English, or names neither. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): 'zh-CN' | 'en' {
  const [first = 'zh'] = (request.headers['accept-language'] ?? '').toLowerCase().match(/\b(zh|en)\b/g) ?? []
  return first === 'en' ? 'en' : 'zh-CN'
}
