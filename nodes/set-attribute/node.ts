import { z } from 'zod'
import { OwnAttribute } from '../../engine/core/attribute-name.ts'
import { fieldHints } from '../../engine/core/field-hint.ts'
import type { FactRequests } from '../../engine/core/journey/facts.ts'
import { type Decision, defineNode, leave, perform, type VisitContext } from '../../engine/core/journey/node.ts'
import type { Json } from '../../engine/core/json.ts'
import { fieldValue } from '../../engine/core/rules/evaluate.ts'
import { EventProperty } from '../../engine/core/rules/event-property.ts'
import { isScalar } from '../../engine/core/rules/rule.ts'
import { fillVariables, renderPlain, variablesOf } from '../../engine/core/template.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'
import { localDate } from '../../engine/core/time/zone.ts'

const MOST = 1_000_000_000
const LONGEST_TEXT = 1_000

const Amount = z.number().min(-MOST).max(MOST)

const Settings = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    attribute: OwnAttribute,
    text: z
      .string()
      .trim()
      .min(1)
      .max(LONGEST_TEXT)
      .register(fieldHints, { hint: { control: 'template' } }),
  }),
  z.strictObject({ kind: z.literal('number'), attribute: OwnAttribute, number: Amount }),
  z.strictObject({
    kind: z.literal('boolean'),
    attribute: OwnAttribute,
    holds: z.boolean().register(fieldHints, { hint: { control: 'either' } }),
  }),
  z.strictObject({
    kind: z.literal('date'),
    attribute: OwnAttribute,
    date: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('day'), day: z.iso.date() }),
      /** The day of the visit, in the journey's zone, or so much later. */
      z.strictObject({ kind: z.literal('today'), later: Duration.optional() }),
    ]),
  }),
  /** Whatever the property of the triggering event holds: a text, a number, or yes or no. */
  z.strictObject({ kind: z.literal('event'), attribute: OwnAttribute, of: EventProperty }),
  z.strictObject({
    kind: z.literal('add'),
    attribute: OwnAttribute,
    amount: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fixed'), number: Amount }),
      z.strictObject({ kind: z.literal('event'), of: EventProperty }),
    ]),
  }),
  z.strictObject({ kind: z.literal('clear'), attribute: OwnAttribute }),
])
export type Settings = z.infer<typeof Settings>

/** The attribute stays as it is, because of what has no value that fits. */
const keep = (path: string) => leave('next', { unfit: path })

/** What of an event may become a value. */
function propertyOf(path: string, facts: Readonly<Record<string, unknown>>): Json | undefined {
  const value = fieldValue(path, facts)
  return isScalar(value) && !(typeof value === 'string' && value.length > LONGEST_TEXT) ? value : undefined
}

/** Adds where there is a number, or nothing yet: anything else is not written over. */
function adding(settings: Extract<Settings, { kind: 'add' }>, facts: Readonly<Record<string, unknown>>): Decision {
  const { attribute, amount } = settings
  const before = facts.before
  if (before !== undefined && typeof before !== 'number') return keep(`member.${attribute}`)
  if (amount.kind === 'fixed') return perform({ add: amount.number })
  const add = fieldValue(amount.of, facts)
  return typeof add === 'number' && Math.abs(add) <= MOST ? perform({ add }) : keep(amount.of)
}

function deciding(settings: Settings, facts: Readonly<Record<string, unknown>>, { at, zone }: VisitContext): Decision {
  switch (settings.kind) {
    case 'text': {
      const filled = fillVariables(settings.text, facts)
      if ('missing' in filled) return keep(filled.missing)
      return perform({ value: renderPlain(settings.text, filled.values).slice(0, LONGEST_TEXT) })
    }
    case 'number':
      return perform({ value: settings.number })
    case 'boolean':
      return perform({ value: settings.holds })
    case 'date': {
      const { date } = settings
      if (date.kind === 'day') return perform({ value: date.day })
      return perform({ value: localDate(date.later ? addDuration(at, date.later, zone) : at, zone) })
    }
    case 'event': {
      const value = propertyOf(settings.of, facts)
      return value === undefined ? keep(settings.of) : perform({ value })
    }
    case 'add':
      return adding(settings, facts)
    case 'clear':
      return perform({ value: null })
  }
}

const ENTRY = { event: { kind: 'entry-data' } } as const

export const definition = defineNode({
  type: 'set-attribute',
  version: 1,
  category: 'member',
  settings: Settings,
  defaults: { kind: 'text', attribute: 'level', text: 'gold' },
  outcomes: () => ['next'],
  facts: (settings): FactRequests => {
    if (settings.kind === 'text') return variablesOf(settings.text).requests
    if (settings.kind === 'event') return ENTRY
    if (settings.kind !== 'add') return {}
    const before = { kind: 'attribute', name: settings.attribute } as const
    return settings.amount.kind === 'event' ? { before, ...ENTRY } : { before }
  },
  decide: deciding,
  rehearse: ({ attribute: name }, { add, value = null }) => ({
    goes: leave('next'),
    deeds: [typeof add === 'number' ? { do: 'attribute', name, add } : { do: 'attribute', name, value }],
  }),
  check: (settings) =>
    settings.kind === 'text'
      ? variablesOf(settings.text).unknown.map((name) => ({
          code: 'variable-unknown',
          field: 'text',
          params: { name },
        }))
      : [],
})
