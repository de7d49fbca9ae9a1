import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JourneySettings } from '../../engine/core/journey/document.ts'
import { type Field, type Shape, shapeOf, wordingOf } from '../../engine/core/journey/settings-shape.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'
import { registry } from '../../nodes/definitions.ts'
import { asVariant, blankOf, isObject, moved, withKey } from './draft.ts'
import { journeyWords } from './journey-words.ts'
import { anyOf } from './testing.ts'

const forms = [
  ...[...registry].map(([type, definition]) => [type, definition.settings] as const),
  ['the journey', JourneySettings] as const,
]

/** Writes back every part that a form would show, the way its controls do. */
function rewritten(shape: Shape, value: Json): Json {
  if (shape.kind === 'list' && Array.isArray(value)) return value.map((item) => rewritten(shape.item, item))
  if (!isObject(value)) return value
  if (shape.kind === 'group') return through(shape.fields, value)
  if (shape.kind !== 'variants') return value
  const variant = shape.variants.find((each) => each.value === value[shape.by])
  return through(variant?.fields ?? [], value)
}

const through = (fields: readonly Field[], value: JsonObject): JsonObject =>
  fields.reduce((whole, { key, shape }) => {
    const part = whole[key]
    return part === undefined ? whole : withKey(whole, key, rewritten(shape, part))
  }, value)

/** Keys that stand in a value and that the form has no field for. */
function unseen(shape: Shape, value: Json | undefined): string[] {
  if (shape.kind === 'list' && Array.isArray(value)) return value.flatMap((item) => unseen(shape.item, item))
  if (!isObject(value) || (shape.kind !== 'group' && shape.kind !== 'variants')) return []
  const fields =
    shape.kind === 'group'
      ? shape.fields
      : [
          ...(shape.variants.find((each) => each.value === value[shape.by])?.fields ?? []),
          { key: shape.by, shape: { kind: 'flag', hint: {} } as const },
        ]
  return Object.entries(value).flatMap(([key, part]) => {
    const field = fields.find((each) => each.key === key)
    return field ? unseen(field.shape, part) : [key]
  })
}

/** Every union in a shape. */
const unionsIn = (shape: Shape): Extract<Shape, { kind: 'variants' }>[] => {
  if (shape.kind === 'list') return unionsIn(shape.item)
  if (shape.kind === 'group') return shape.fields.flatMap((field) => unionsIn(field.shape))
  if (shape.kind !== 'variants') return []
  return [shape, ...shape.variants.flatMap((variant) => variant.fields.flatMap((field) => unionsIn(field.shape)))]
}

describe.each(forms)('the form of %s', (_, schema) => {
  const shape = shapeOf(schema)
  const settings = anyOf(shape).filter((value) => schema.safeParse(value).success)

  it('gives back valid settings as they were', () => {
    fc.assert(
      fc.property(settings, (value) => {
        expect(rewritten(shape, value)).toEqual(value)
      }),
    )
  })

  it('has a field for everything that valid settings say, defaults included', () => {
    fc.assert(
      fc.property(settings, (value) => {
        const read = JSON.parse(JSON.stringify(schema.parse(value)))
        expect(unseen(shape, read)).toEqual([])
      }),
    )
  })

  it('begins without a key that the schema does not know', () => {
    const issues = schema.safeParse(blankOf(shape)).error?.issues ?? []
    expect(issues.filter((issue) => issue.code === 'unrecognized_keys')).toEqual([])
  })
})

describe('a union', () => {
  const unions = forms.flatMap(([name, schema]) => unionsIn(shapeOf(schema)).map((union) => [name, union] as const))
  const wait = shapeOf(registry.get('wait')?.settings ?? JourneySettings)
  const tags = shapeOf(registry.get('tag-member')?.settings ?? JourneySettings)

  it.each(unions)('of %s keeps no field of the kind that was left', (_, union) => {
    fc.assert(
      fc.property(anyOf(union), fc.constantFrom(...union.variants), (value, to) => {
        const known = new Set([union.by, ...to.fields.map((field) => field.key)])
        const switched = asVariant(union, isObject(value) ? value : {}, to.value)
        expect(Object.keys(switched).filter((key) => !known.has(key))).toEqual([])
        expect(switched[union.by]).toBe(to.value)
      }),
    )
  })

  it('asks for what the new kind needs', () => {
    if (wait.kind !== 'variants') throw new Error('a wait is of several kinds')
    expect(asVariant(wait, { kind: 'duration', duration: { amount: 3, unit: 'day' } }, 'until')).toEqual({
      kind: 'until',
      local: '',
    })
  })

  it('keeps what both kinds have', () => {
    if (tags.kind !== 'variants') throw new Error('tags are changed in several ways')
    expect(asVariant(tags, { kind: 'add', tags: ['a'], expiresAfter: { amount: 1, unit: 'day' } }, 'remove')).toEqual({
      kind: 'remove',
      tags: ['a'],
    })
  })
})

describe('an item of a list', () => {
  it('gets an id that no deleted one had', () => {
    const arms = shapeOf(registry.get('ab-test')?.settings ?? JourneySettings)
    const list = arms.kind === 'group' ? arms.fields[0]?.shape : undefined
    if (list?.kind !== 'list') throw new Error('a test has arms')
    const ids = Array.from({ length: 50 }, () => blankOf(list.item)).map((item) => (isObject(item) ? item.id : ''))
    expect(new Set(ids).size).toBe(50)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{6}$/)
  })

  it('moves by one place, and not over the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
})

describe('the words of the journey’s own settings', () => {
  it.each(['zh-CN', 'en'] as const)('name every field and choice in %s', (language) => {
    const wording = wordingOf(shapeOf(JourneySettings))
    const { fields, choices = {} } = journeyWords[language]
    expect(Object.keys(fields).sort()).toEqual([...wording.fields].sort())
    const named = Object.entries(choices).map(([path, words]) => [path, Object.keys(words).sort()])
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries([...wording.choices].map(([path, values]) => [path, [...values].sort()])),
    )
  })
})
