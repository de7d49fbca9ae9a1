import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { type FactRequests, PURPOSES, type Reachability } from '../../engine/core/journey/facts.ts'
import { defineNode, leave, park, perform } from '../../engine/core/journey/node.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { MESSAGE_SETTLED } from '../../engine/core/lifecycles/message.ts'
import { say } from '../../engine/core/say.ts'
import { fillVariables, renderPlain, variableRules, variablesOf } from '../../engine/core/template.ts'

const Settings = z
  .strictObject({
    purpose: z.enum(PURPOSES).default('marketing'),
    /** Key of the sending account. */
    account: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .register(fieldHints, { hint: { control: 'account', channel: 'email' } }),
    subject: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^\r\n]*$/, say('write the subject on one line', '主题只能写一行'))
      .register(fieldHints, { hint: { control: 'template', part: 'title' } }),
    text: z
      .string()
      .trim()
      .min(1)
      .max(100_000)
      .register(fieldHints, { hint: { control: 'template-lines', part: 'text' } }),
    html: z
      .string()
      .trim()
      .min(1)
      .max(500_000)
      .register(fieldHints, { hint: { control: 'template-html', part: 'html' } })
      .optional(),
  })
  .register(fieldHints, { hint: { preview: 'mail' } })
export type Settings = z.infer<typeof Settings>

const everyText = ({ subject, text, html = '' }: Settings) => `${subject} ${text} ${html}`

export const definition = defineNode({
  type: 'send-email',
  version: 1,
  category: 'message',
  settings: Settings,
  defaults: {
    purpose: 'marketing',
    account: 'main',
    subject: '{{member.name | "你好"}}，欢迎回来',
    text: '好久不见。',
  },
  outcomes: () => ['sent', 'blocked', 'failed'],
  facts: (settings: Settings): FactRequests => ({
    reach: { kind: 'reach', channel: 'email', purpose: settings.purpose },
    ...variablesOf(everyText(settings)).requests,
  }),
  sends: ({ purpose }: Settings) => ({ channel: 'email', purpose }),
  decide: (settings, facts, ctx) => {
    // Planned already. The event says that some message of the member is settled; the effect looks whether it is this one.
    if (ctx.step > 0) return ctx.stimulus || ctx.due ? perform({}) : park(null, ctx.step)
    const reach = facts.reach as Reachability // the value of a `reach` request
    if (!reach.reachable) return leave('blocked', { reason: reach.reason })
    const filled = fillVariables(everyText(settings), facts)
    return 'missing' in filled
      ? leave('blocked', { reason: 'missing-variable', variable: filled.missing })
      : perform({ variables: filled.values })
  },
  listens: () => [{ event: MESSAGE_SETTLED }],
  references: ({ account }) => [{ kind: 'account', key: account, field: 'account' }],
  check: (settings) =>
    (['subject', 'text', 'html'] as const).flatMap((field) =>
      variablesOf(settings[field] ?? '').unknown.map((name) => ({ code: 'variable-unknown', field, params: { name } })),
    ),
  tries: (settings) => ({ members: variableRules(everyText(settings)) }),
  rehearse: ({ subject, text }, { variables }, { arrives }) => {
    if (variables === undefined)
      return { goes: arrives('email') ? leave('sent', { state: 'accepted' }) : leave('failed', { reason: '' }) }
    const values = variables as JsonObject // as `decide` filled them
    const message = { title: renderPlain(subject, values), text: renderPlain(text, values) }
    return { goes: park(null), deeds: [{ do: 'message', channel: 'email', ...message }], raises: [MESSAGE_SETTLED] }
  },
})
