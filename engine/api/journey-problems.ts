import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { UserError } from '../core/errors.ts'
import { reasonText } from '../core/journey/approval.locale.ts'
import type { ApprovalReason } from '../core/journey/approval.ts'
import { problemText } from '../core/journey/problems.locale.ts'
import type { Problem as Found } from '../core/journey/problems.ts'
import type { Warning } from '../core/journey/warnings.ts'
import { warningText } from '../core/journey/warnings.ts'
import type { Language } from '../core/say.ts'
import type { Checked } from '../runtime/journeys/check.ts'
import { languageOf } from './language.ts'
import { answerError, Problem } from './problems.ts'

const MEBIBYTE = 1_048_576
/** Bytes of a journey document: far above what 500 nodes with long messages have. */
export const MOST_DOCUMENT = 4 * MEBIBYTE

/** A problem or warning as routes answer it. */
export function finding(found: Found, language: Language) {
  const { number, code, node, field, params } = found
  return {
    ...{ code, number, text: problemText(found, language), params },
    ...(node === undefined ? {} : { node }),
    ...(field === undefined ? {} : { field }),
  }
}

const oddity = (warning: Warning, language: Language) => ({ ...warning, text: warningText(warning, language) })

export const reasonIn = (language: Language, reason: ApprovalReason) => ({
  why: reason.why,
  text: reasonText(reason, language),
})

/** What was found of a draft as routes answer it. */
export function checkIn(language: Language, { problems, warnings, audience, budgets, approval }: Checked) {
  const found = (severity: 'error' | 'warning') =>
    problems.filter((one) => one.severity === severity).map((one) => finding(one, language))
  return {
    problems: found('error'),
    warnings: [...found('warning'), ...warnings.map((warning) => oddity(warning, language))],
    audience: audience === null ? null : { size: audience },
    budgets: [...budgets],
    approval: approval.map((reason) => reasonIn(language, reason)),
  }
}

/** Answers errors of journeys in the reader's language, each problem of a document for itself. */
export function answerInWords(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Error>((error, request, reply) => {
    answerError(inWords(error, request), request, reply)
  })
}

function inWords(error: FastifyError | Error, request: FastifyRequest): FastifyError | Error {
  if ('code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const most = request.routeOptions.bodyLimit === MOST_DOCUMENT ? '4 MiB' : '1 MiB'
    return new Problem('body-too-large', `This may have ${most}: shorten its longest texts, or split the journey.`)
  }
  if (!(error instanceof UserError) || !Array.isArray(error.detail.problems)) return error
  const found = error.detail.problems as Found[] // as publish and readDocument throw them
  const language = languageOf(request)
  const problems = found.map((one) => finding(one, language))
  return new UserError(error.code, problems.map(({ text }) => text).join('\n'), { problems })
}

/** The revision that If-Match names. Throws where it names none: what is saved blindly may undo another's work. */
export function expectedRevision(header: string | undefined): number {
  const [, revision] = /"(\d+)"/.exec(header ?? '') ?? []
  if (revision === undefined)
    throw new Problem('revision-needed', 'Send If-Match with the ETag that the draft was read with, such as "3".')
  return Number(revision)
}

export const etagOf = (revision: number): string => `"${revision}"`
