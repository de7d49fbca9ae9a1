import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import type { FactRequests } from '../../engine/core/journey/facts.ts'
import { GroupKey } from '../../engine/core/journey/member-sets.ts'
import { defineNode, leave, perform } from '../../engine/core/journey/node.ts'
import { calledEvent } from '../../engine/core/journey/own-events.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { fieldValue } from '../../engine/core/rules/evaluate.ts'
import { isScalar } from '../../engine/core/rules/rule.ts'
import { say } from '../../engine/core/say.ts'
import { fillVariables, renderPlain, VARIABLE, variablesOf } from '../../engine/core/template.ts'

const Groups = z.array(GroupKey).min(1).max(20)

/** One value that goes along: a text with variables. A variable alone keeps its type. */
const Datum = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z][\w-]{0,63}$/,
      say('a letter, then letters, digits, _ or -', '以字母开头，只含字母、数字、_ 和 -'),
    ),
  value: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .register(fieldHints, { hint: { control: 'template' } }),
})
type Datum = z.infer<typeof Datum>

const Settings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('join'), groups: Groups }),
  z.strictObject({ kind: z.literal('leave'), groups: Groups }),
  z.strictObject({
    kind: z.literal('hand-over'),
    journey: z
      .string()
      .min(1)
      .max(64)
      .register(fieldHints, { hint: { control: 'journey' } }),
    data: z.array(Datum).max(20).default([]),
  }),
])
export type Settings = z.infer<typeof Settings>

const ALONE = new RegExp(`^${VARIABLE.source}$`)

/** What goes along; values whose variables nothing is known of are left out. */
function dataOf(data: readonly Datum[], facts: Readonly<Record<string, unknown>>): JsonObject {
  const values: JsonObject = {}
  for (const { name, value: text } of data) {
    const filled = fillVariables(text, facts)
    if ('missing' in filled) continue
    const [, path] = ALONE.exec(text) ?? []
    const whole = path === undefined ? undefined : fieldValue(path, facts)
    values[name] = isScalar(whole) && whole !== '' ? whole : renderPlain(text, filled.values)
  }
  return values
}

export const definition = defineNode({
  type: 'move-group',
  version: 1,
  category: 'member',
  settings: Settings,
  defaults: { kind: 'hand-over', journey: 'welcome', data: [] },
  outcomes: () => ['next'],
  facts: (settings): FactRequests =>
    settings.kind === 'hand-over' ? variablesOf(settings.data.map(({ value }) => value).join(' ')).requests : {},
  decide: (settings, facts) => perform(settings.kind === 'hand-over' ? dataOf(settings.data, facts) : {}),
  rehearse: (settings) => {
    const goes = leave('next')
    if (settings.kind === 'hand-over') return { goes, raises: [calledEvent(settings.journey)] }
    const { kind, groups } = settings
    return {
      goes,
      deeds: [{ do: 'groups', add: kind === 'join' ? groups : [], remove: kind === 'leave' ? groups : [] }],
    }
  },
  references: (settings) =>
    settings.kind === 'hand-over'
      ? [{ kind: 'journey', key: settings.journey, field: 'journey' }]
      : settings.groups.map((key) => ({ kind: 'group', key, field: 'groups' })),
  check: (settings) => {
    if (settings.kind !== 'hand-over') return []
    const names = settings.data.map(({ name }) => name)
    return [
      ...(new Set(names).size < names.length ? [{ code: 'name-repeated', field: 'data' }] : []),
      ...settings.data.flatMap(({ value }, i) =>
        variablesOf(value).unknown.map((name) => ({
          code: 'variable-unknown',
          field: `data.${i}.value`,
          params: { name },
        })),
      ),
    ]
  },
})
