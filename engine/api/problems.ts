import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { UserError } from '../core/errors.ts'

/** A problem document of RFC 9457. `code` is stable; `errors` point into the body that was sent. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})
type ProblemDocument = z.infer<typeof ProblemDocument>

/** Every code of the API's own, with its status and a title that never changes. Codes of UserErrors come on top, as 400. */
const PROBLEMS = {
  'bad-request': [400, 'The request cannot be read'],
  'invalid-json': [400, 'The body is not JSON'],
  'invalid-request': [400, 'The request is not valid'],
  unauthorised: [401, 'A valid key is needed'],
  'signed-out': [401, 'Nobody is signed in'],
  'wrong-password': [401, 'The e-mail address or the password is wrong'],
  forbidden: [403, 'The key does not allow this'],
  'not-allowed': [403, 'The role does not allow this'],
  'foreign-origin': [403, 'A page of another address asked'],
  'workspace-unknown': [404, 'There is no such workspace'],
  'not-found': [404, 'There is nothing at this address'],
  'wrong-method': [405, 'The address takes other methods'],
  'segment-used': [409, 'Journeys use the segment'],
  'group-used': [409, 'Journeys use the group'],
  'connection-used': [409, 'Journeys use the service'],
  'segment-changed': [412, 'The segment is another by now'],
  'body-too-large': [413, 'The body is too large'],
  'revision-needed': [428, 'The revision that was read must be named'],
  'wrong-content-type': [415, 'The body is of the wrong type'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong here'],
  'not-ready': [503, 'Not ready'],
} as const satisfies Record<string, readonly [number, string]>
export type ProblemCode = keyof typeof PROBLEMS

export const problem = { content: { 'application/problem+json': { schema: ProblemDocument } } }

/** How routes may fail, for their `response`. */
export const failures = { 400: problem, 401: problem, 403: problem, 404: problem, 429: problem, 500: problem }

/** Statuses of UserErrors that are not simply 400: what is meant is not there, or is not as it must be. */
const USER_STATUS: Readonly<Record<string, number>> = {
  'journey-unknown': 404,
  'version-unknown': 404,
  'goal-unknown': 404,
  'node-unknown': 404,
  'trial-unknown': 404,
  'arm-unknown': 404,
  'template-unknown': 404,
  'group-unknown': 404,
  'journey-takes-no-calls': 404,
  'connection-unknown': 404,
  'group-exists': 409,
  'list-too-long': 413,
  'journey-state': 409,
  'not-allowed': 403,
  'approval-unknown': 404,
  'approval-needed': 409,
  'approval-needless': 409,
  'approval-open': 409,
  'approval-decided': 409,
  'approval-other': 409,
  'approval-own': 409,
  'approval-not-own': 409,
  'approval-asker-gone': 409,
  'draft-changed': 412,
}

/** Thrown by hooks and routes to answer with a problem. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    /** Members of the document beside those of every problem. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail)
  }
}

function documentOf(code: ProblemCode, detail: string, errors?: ProblemDocument['errors']): ProblemDocument {
  const [status, title] = PROBLEMS[code]
  return { type: `urn:waymark:problem:${code}`, title, status, code, detail, ...(errors ? { errors } : {}) }
}

const OF_FASTIFY: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'A body may have 1 MiB: send smaller batches.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['wrong-content-type', 'Send application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-json', 'The body is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'invalid-json',
    'The body is not well-formed JSON, or has a key that is not allowed, such as __proto__.',
  ],
}

/** What an error looks like from outside: a bug shows nothing of itself. */
function problemOf(error: FastifyError | Error): ProblemDocument {
  if (error instanceof Problem) return { ...documentOf(error.code, error.message), ...error.more }
  if (error instanceof UserError) {
    const type = `urn:waymark:problem:${error.code}`
    const status = USER_STATUS[error.code] ?? 400
    const title = PROBLEMS['invalid-request'][1]
    return { ...error.detail, type, title, status, code: error.code, detail: error.message }
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, message }) => ({
      pointer: instancePath === '/' ? '' : instancePath,
      detail: message ?? 'is not valid',
    }))
    return documentOf('invalid-request', 'Nothing was stored: mend what errors lists and send it again.', errors)
  }
  if ('code' in error && String(error.code).startsWith('Z_'))
    return documentOf('bad-request', 'The body is not what its Content-Encoding says.')
  const known = 'code' in error ? OF_FASTIFY[error.code] : undefined
  if (known) return documentOf(...known)
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status >= 500) return documentOf('internal', 'It has been recorded. Try again later.')
  return error instanceof SyntaxError
    ? documentOf('invalid-json', 'The body is JSON with a key that is not allowed, such as __proto__.')
    : documentOf('bad-request', error.message)
}

export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  // Not the whole error: what PostgreSQL adds to one can hold a member's data.
  if (problem.status >= 500 && problem.code === 'internal') request.log.error({ stack: error.stack }, 'request failed')
  void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Makes every failure of the server a problem document. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Error>(answerError)
  // A hook, because fastify judges the body of some methods before it looks for a handler.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return
    const url = request.url.split('?')[0] ?? ''
    const takes = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).filter((method) => app.hasRoute({ method, url }))
    if (takes.length === 0) throw new Problem('not-found', `${request.method} ${url} does not exist.`)
    void reply.header('allow', takes.join(', '))
    throw new Problem('wrong-method', `${url} takes ${takes.join(', ')} only.`)
  })
}
