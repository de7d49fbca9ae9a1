import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { defineNode, leave, park, perform } from '../../engine/core/journey/node.ts'
import { AnswerFields } from '../../engine/core/journey/service-answer.ts'
import {
  dataOf,
  repeatsName,
  TemplateData,
  textOfData,
  unknownInData,
} from '../../engine/core/journey/template-data.ts'
import { CALL_SETTLED } from '../../engine/core/lifecycles/message.ts'
import { say } from '../../engine/core/say.ts'
import { fillVariables, render, variablesOf } from '../../engine/core/template.ts'

const Settings = z.strictObject({
  /** Key of the connection: the address and the secret are there. */
  connection: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .register(fieldHints, { hint: { control: 'account', channel: 'service' } }),
  /** Put after the address of the connection. */
  path: z
    .string()
    .trim()
    .regex(/^\/[^\s#]*$/, say('begin the path with /, without spaces', '路径以 / 开头，不能有空格'))
    .max(500)
    .register(fieldHints, { hint: { control: 'template' } })
    .optional(),
  /** The body of the call. */
  data: TemplateData,
  /** What of the answer becomes `event.*`. */
  answers: AnswerFields,
})
export type Settings = z.infer<typeof Settings>

const CALLED = 1
const NO_PATH = ''
const textOf = ({ path = NO_PATH, data }: Settings) => `${path} ${textOfData(data)}`

export const definition = defineNode({
  type: 'call-service',
  version: 1,
  category: 'member',
  settings: Settings,
  defaults: {
    connection: 'crm',
    data: [{ name: 'name', value: '{{member.name | "无名"}}' }],
    answers: [{ from: 'score', as: 'score', type: 'number' }],
  },
  outcomes: () => ['done', 'rejected', 'failed'],
  facts: (settings) => variablesOf(textOf(settings)).requests,
  decide: (settings, facts, ctx) => {
    const { path = NO_PATH, data } = settings
    // Called already. The event says that some call about the member is settled; the effect looks whether it is this one.
    if (ctx.step > 0) return ctx.stimulus || ctx.due ? perform({}) : park(null, ctx.step)
    const filled = fillVariables(path, facts)
    if ('missing' in filled) return leave('failed', { reason: 'missing-variable', variable: filled.missing })
    return perform({ call: { path: render(path, filled.values, encodeURIComponent), body: dataOf(data, facts) } })
  },
  listens: () => [{ event: CALL_SETTLED }],
  replies: ({ answers }) => answers,
  rehearse: ({ connection, path = NO_PATH, answers }, { call }, { reply }) => {
    if (call === undefined) {
      const { outcome, values } = reply ?? { outcome: 'done', values: {} }
      const fields = answers.map(({ as }) => as)
      const answered = Object.entries(values).filter(([field]) => outcome === 'done' && fields.includes(field))
      return { goes: leave(outcome), data: { fields, values: Object.fromEntries(answered) } }
    }
    return { goes: park(null, CALLED), deeds: [{ do: 'call', service: connection, path }], raises: [CALL_SETTLED] }
  },
  references: ({ connection }) => [{ kind: 'account', key: connection, field: 'connection' }],
  check: ({ path = NO_PATH, data, answers }) => {
    const unknown = variablesOf(path).unknown.map((name) => ({ field: 'path', name }))
    const names = answers.map(({ as }) => as)
    return [
      ...(repeatsName(data) ? [{ code: 'name-repeated', field: 'data' }] : []),
      ...(new Set(names).size < names.length ? [{ code: 'answer-repeated', field: 'answers' }] : []),
      ...[...unknown, ...unknownInData(data)].map(({ field, name }) => ({
        code: 'variable-unknown',
        field,
        params: { name },
      })),
    ]
  },
})
