import { z } from 'zod'
import { draftChanged, Finding } from './journey-shapes.ts'
import { ProblemDocument } from './problems.ts'

const as = (schema: z.ZodType) => ({ content: { 'application/problem+json': { schema } } })
const problem = as(ProblemDocument)

/** What a refusal carries beside its sentence, where a document is at fault. */
const Invalid = ProblemDocument.extend({ problems: z.array(Finding).optional() })

const failures = {
  400: as(Invalid),
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  412: as(ProblemDocument.extend(draftChanged)),
  413: problem,
  415: problem,
  428: problem,
  429: problem,
  500: problem,
}

/** Summary and answers of a route of journeys. */
export const about = <Answer extends z.ZodType, Status extends 200 | 201 = 200>(
  summary: string,
  answer: Answer,
  status: Status = 200 as Status, // the default of the parameter
) => ({
  summary,
  tags: ['journeys'],
  response: { ...({ [status]: answer } as Record<Status, Answer>), ...failures }, // one key, of the status
})
