import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { type FactRequests, PURPOSES } from '../../engine/core/journey/facts.ts'
import { defineNode, leave, perform } from '../../engine/core/journey/node.ts'
import { fillVariables, renderPlain, variableRules, variablesOf } from '../../engine/core/template.ts'

const Settings = z
  .strictObject({
    purpose: z.enum(PURPOSES).default('marketing'),
    title: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .register(fieldHints, { hint: { control: 'template', part: 'title' } }),
    body: z
      .string()
      .trim()
      .min(1)
      .max(10_000)
      .register(fieldHints, { hint: { control: 'template-lines', part: 'text' } }),
  })
  .register(fieldHints, { hint: { preview: 'inbox' } })
export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'send-inbox',
  version: 1,
  category: 'message',
  settings: Settings,
  defaults: { purpose: 'marketing', title: '{{member.name | "你好"}}', body: '欢迎回来' },
  outcomes: () => ['sent', 'blocked', 'failed'],
  facts: ({ purpose, title, body }: Settings): FactRequests => ({
    reach: { kind: 'reach', channel: 'inbox', purpose },
    ...variablesOf(`${title} ${body}`).requests,
  }),
  sends: ({ purpose }: Settings) => ({ channel: 'inbox', purpose }),
  decide: ({ title, body }, facts) => {
    const reach = facts.reach as { reachable: boolean; reason?: string } // the value of a `reach` request
    if (!reach.reachable) return leave('blocked', { reason: reach.reason ?? '' })
    const filled = fillVariables(`${title} ${body}`, facts)
    return 'missing' in filled
      ? leave('blocked', { reason: 'missing-variable', variable: filled.missing })
      : perform(filled.values)
  },
  rehearse: ({ title, body }, values) => ({
    goes: leave('sent'),
    deeds: [{ do: 'message', channel: 'inbox', title: renderPlain(title, values), text: renderPlain(body, values) }],
  }),
  tries: ({ title, body }) => ({ members: variableRules(`${title} ${body}`) }),
  check: (settings) =>
    (['title', 'body'] as const).flatMap((field) =>
      variablesOf(settings[field]).unknown.map((name) => ({ code: 'variable-unknown', field, params: { name } })),
    ),
})
