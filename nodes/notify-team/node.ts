import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import { defineNode, leave, perform, type Reference } from '../../engine/core/journey/node.ts'
import { ROLES } from '../../engine/core/roles.ts'
import { say } from '../../engine/core/say.ts'
import { renderKnown, variablesOf } from '../../engine/core/template.ts'

/** Of the text as it is told: a value may be longer than the variable. */
const LONGEST = 1_000

const Settings = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .register(fieldHints, { hint: { control: 'template-lines', dashes: true } }),
    roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
    /** Ids of colleagues. */
    people: z
      .array(z.uuid().register(fieldHints, { hint: { control: 'person' } }))
      .max(50)
      .default([]),
    /** Key of the account that mails it too. */
    mail: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .register(fieldHints, { hint: { control: 'account', channel: 'email' } })
      .optional(),
  })
  .refine(({ roles, people }) => roles.length + people.length > 0, {
    ...say('choose a role or a colleague', '选一个角色或一位同事'),
    path: ['roles'],
  })
export type Settings = z.infer<typeof Settings>

export const definition = defineNode({
  type: 'notify-team',
  version: 1,
  category: 'member',
  settings: Settings,
  defaults: { text: '请跟进 {{member.name | "这位会员"}}', roles: ['operator'], people: [] },
  outcomes: () => ['next'],
  facts: ({ text }) => variablesOf(text).requests,
  // The team is told in any case: what is not known of the member stands as a dash.
  decide: ({ text }, facts) => perform({ text: renderKnown(text, facts).slice(0, LONGEST) }),
  rehearse: (_, { text }) => ({ goes: leave('next'), deeds: [{ do: 'notice', text: String(text) }] }),
  references: ({ people, mail }): Reference[] => [
    ...people.map((key) => ({ kind: 'person', key, field: 'people' }) as const),
    ...(mail === undefined ? [] : [{ kind: 'account', key: mail, field: 'mail' } as const]),
  ],
  check: ({ text }) =>
    variablesOf(text).unknown.map((name) => ({ code: 'variable-unknown', field: 'text', params: { name } })),
})
