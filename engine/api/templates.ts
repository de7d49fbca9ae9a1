import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { UserError } from '../core/errors.ts'
import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'

interface InBoth {
  readonly 'zh-CN': string
  readonly en: string
}

/** A journey to begin with. */
export interface Template {
  readonly key: string
  readonly name: InBoth
  readonly description: InBoth
  readonly document: unknown
}

/** The template of a key. Throws a UserError where there is none. */
export function templateOf(templates: readonly Template[], key: string): Template {
  const found = templates.find((template) => template.key === key)
  if (!found) throw new UserError('template-unknown', `There is no template “${key}”: choose one of the list.`)
  return found
}

/** Journeys to begin with. */
export const templateRoutes: FastifyPluginAsyncZod<{ readonly templates: readonly Template[] }> = async (
  app,
  { templates },
) => {
  app.get(
    '/templates',
    {
      config: { asks: 'journeys.read' },
      schema: { params: shape.Workspace, ...about('Journeys to begin with', shape.Templates) },
    },
    async () => shape.Templates.parse(templates),
  )
}
