import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Language } from '../core/say.ts'

/** In the query of a route that answers in words. */
export const InLanguage = z.object({
  language: z.enum(['zh-CN', 'en']).optional().describe('of `text`; without it Accept-Language says'),
})

/** What the query asks for; else Chinese where the reader names it before English, or names neither. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>, asked?: Language): Language {
  if (asked) return asked
  const [first = 'zh'] = (request.headers['accept-language'] ?? '').toLowerCase().match(/\b(zh|en)\b/g) ?? []
  return first === 'en' ? 'en' : 'zh-CN'
}
