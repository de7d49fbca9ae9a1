import type { z } from 'zod'
import { failures } from './problems.ts'

/** Says of each route of one tag what it does and answers; `more` are failures beside those of every route. */
export const aboutOf =
  <More extends Readonly<Record<number, unknown>>>(tag: string, more?: More) =>
  <Answer extends z.ZodType>(summary: string, answer: Answer) => ({
    summary,
    tags: [tag],
    response: { 200: answer, ...failures, ...more },
  })
