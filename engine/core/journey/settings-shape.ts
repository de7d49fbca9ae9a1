import { z } from 'zod'
import { type FieldHint, fieldHints } from '../field-hint.ts'
import type { Json } from '../json.ts'

/** What a value looks like to somebody who fills it in. */
export type Shape = (
  | { readonly kind: 'text'; readonly longest: number | undefined }
  | { readonly kind: 'number'; readonly least: number | undefined; readonly most: number | undefined }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** One of some words, or a number. */
  | {
      readonly kind: 'choice-or-number'
      readonly of: readonly string[]
      readonly least: number | undefined
      readonly most: number | undefined
    }
  | { readonly kind: 'list'; readonly item: Shape; readonly least: number; readonly most: number | undefined }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** The field `by` tells which variant it is. */
  | { readonly kind: 'variants'; readonly by: string; readonly variants: readonly Variant[] }
  /** Set by the control of its hint as a whole. */
  | { readonly kind: 'whole' }
) & { readonly hint: FieldHint }

export interface Field {
  readonly key: string
  readonly shape: Shape
  readonly optional: boolean
  /** What stands where nothing is written. */
  readonly default: Json | undefined
}

export interface Variant {
  readonly value: string
  readonly fields: readonly Field[]
}

/** Whether a value is a thing with fields of its own. */
export const hasFields = (shape: Shape): shape is Extract<Shape, { kind: 'group' | 'variants' }> =>
  shape.kind === 'group' || shape.kind === 'variants'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** Controls of values that have parts, which these controls set together. */
const WHOLE: ReadonlySet<string> = new Set(['rule', 'event-filter', 'duration', 'month-days'])
const CONTROL_OF_FORMAT: Readonly<Record<string, FieldHint>> = {
  date: { control: 'day' },
  'date-time': { control: 'instant' },
}

const shapes = new WeakMap<z.ZodType, Shape>()

/** The shape of what a schema accepts. Throws on a schema that no form can be made for. */
export function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema)
  if (known) return known
  const root = z.toJSONSchema(schema, { io: 'input', metadata: fieldHints })
  const shape = new Reader(root.$defs ?? {}).shape(root)
  shapes.set(schema, shape)
  return shape
}

class Reader {
  constructor(private readonly definitions: Readonly<Record<string, JsonSchema>>) {}

  shape(given: JsonSchema | boolean): Shape {
    const schema = this.resolve(given)
    const hint = hintOf(schema)
    if (hint.control && WHOLE.has(hint.control)) return { kind: 'whole', hint }
    if (schema.oneOf) return { ...this.variants(schema.oneOf.map((each) => this.resolve(each))), hint }
    if (schema.anyOf) return { ...this.mixed(schema.anyOf.map((each) => this.resolve(each))), hint }
    if (schema.enum) return { kind: 'choice', of: schema.enum.map(String), hint }
    if (schema.type === 'boolean') return { kind: 'flag', hint }
    if (schema.type === 'string') return { kind: 'text', longest: schema.maxLength, hint }
    if (schema.type === 'number' || schema.type === 'integer') return { kind: 'number', ...limitsOf(schema), hint }
    if (schema.type === 'array' && schema.items && !Array.isArray(schema.items)) {
      return {
        kind: 'list',
        item: this.shape(schema.items),
        least: schema.minItems ?? 0,
        most: schema.maxItems,
        hint,
      }
    }
    if (schema.type === 'object') return { kind: 'group', fields: this.fields(schema), hint }
    throw new Error(`no form for ${JSON.stringify(schema)}`)
  }

  private resolve(schema: JsonSchema | boolean): JsonSchema {
    if (typeof schema === 'boolean') return {}
    const name = schema.$ref?.replace('#/$defs/', '')
    const target = name === undefined ? undefined : this.definitions[name]
    // What stands beside a reference, such as a hint or a default, holds here alone.
    if (!target) return schema
    const { $ref, ...beside } = schema
    return { ...this.resolve(target), ...beside }
  }

  private fields(schema: JsonSchema, without = ''): Field[] {
    return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      if (key === without) return []
      const standing = typeof property === 'boolean' ? undefined : property.default
      return [
        {
          key,
          shape: this.shape(property),
          optional: !schema.required?.includes(key) && standing === undefined,
          default: standing as Json | undefined, // a default of a JSON Schema is JSON
        },
      ]
    })
  }

  private variants(options: readonly JsonSchema[]) {
    const by = Object.keys(options[0]?.properties ?? {}).find((key) =>
      options.every((option) => valuesOf(option, key).length > 0),
    )
    if (by === undefined) throw new Error('a union for a form is told apart by one field')
    const variants = options.flatMap((option) =>
      valuesOf(option, by).map((value) => ({ value, fields: this.fields(option, by) })),
    )
    return { kind: 'variants', by, variants } as const
  }

  private mixed(options: readonly JsonSchema[]) {
    const numbers = options.find((option) => option.type === 'integer' || option.type === 'number')
    const words = options.flatMap((option) => option.enum ?? (option.const === undefined ? [] : [option.const]))
    if (!numbers || words.length === 0) throw new Error('a form offers either words or a number')
    return { kind: 'choice-or-number', of: words.map(String), ...limitsOf(numbers) } as const
  }
}

const hintOf = (schema: JsonSchema): FieldHint =>
  (schema.hint as FieldHint | undefined) ?? // put there by `fieldHints`, which holds nothing else
  CONTROL_OF_FORMAT[schema.format ?? ''] ??
  {}

function valuesOf(option: JsonSchema, key: string): string[] {
  const property = option.properties?.[key]
  if (typeof property !== 'object') return []
  return (property.enum ?? (property.const === undefined ? [] : [property.const])).map(String)
}

/** JSON Schema says of every integer that JavaScript must be able to hold it: no limit to tell anybody. */
const limitsOf = ({ minimum, maximum }: JsonSchema) => ({
  least: minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? undefined : minimum,
  most: maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum,
})

/** What people need words for in a shape, by path: dotted keys, through lists without a number. */
export interface Wording {
  readonly fields: ReadonlySet<string>
  /** The choices at a path. */
  readonly choices: ReadonlyMap<string, readonly string[]>
  /** Lists of things with fields of their own. */
  readonly items: ReadonlySet<string>
}

/** Every field and choice of a shape that a form shows. */
export function wordingOf(shape: Shape): Wording {
  const fields = new Set<string>()
  const choices = new Map<string, readonly string[]>()
  const items = new Set<string>()
  const visit = (at: string, part: Shape): void => {
    if (part.kind === 'choice' || part.kind === 'choice-or-number') choices.set(at, part.of)
    if (part.hint.control === 'either') choices.set(at, ['true', 'false'])
    if (part.kind === 'list' && hasFields(part.item)) items.add(at)
    if (part.kind === 'list') visit(at, part.item)
    if (part.kind === 'group') visitAll(at, part.fields)
    if (part.kind !== 'variants') return
    // Inside others, the field that holds the variants has the label.
    const by = below(at, part.by)
    if (at === '') fields.add(by)
    choices.set(
      by,
      part.variants.map((variant) => variant.value),
    )
    for (const variant of part.variants) visitAll(at, variant.fields)
  }
  const visitAll = (at: string, parts: readonly Field[]): void => {
    for (const { key, shape: inside } of parts) {
      if (inside.hint.control === 'made') continue
      fields.add(below(at, key))
      visit(below(at, key), inside)
    }
  }
  visit('', shape)
  return { fields, choices, items }
}

export const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)
