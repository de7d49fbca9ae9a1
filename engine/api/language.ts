import type { FastifyRequest } from 'fastify'
import type { Language } from '../core/say.ts'

/** Chinese where the reader names it before English, or names neither. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const [first = 'zh'] = (request.headers['accept-language'] ?? '').toLowerCase().match(/\b(zh|en)\b/g) ?? []
  return first === 'en' ? 'en' : 'zh-CN'
}
