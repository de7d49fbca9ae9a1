import fc from 'fast-check'
import type { Field, Shape } from '../../engine/core/journey/settings-shape.ts'
import type { Json } from '../../engine/core/json.ts'

const LONGEST = 12

/** What a text with a control of its own may be; others may be any short text. */
const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'local-time': fc.constantFrom('2026-03-08T10:00', '2027-12-31T23:59'),
  instant: fc.constantFrom('2026-03-08T10:00:00.000Z', '2026-03-08T10:00:00+08:00'),
  day: fc.constantFrom('2026-03-08', '2028-02-29'),
  'time-of-day': fc.constantFrom('00:00', '23:59'),
  zone: fc.constantFrom('UTC', 'Asia/Shanghai'),
  'event-property': fc.constantFrom('event.amount', 'event.order.total'),
  made: fc.stringMatching(/^[a-z0-9]{1,6}$/),
}

const rule = (field: string): fc.Arbitrary<Json> =>
  fc.constantFrom<Json>(
    { all: [] },
    { field, op: 'gt', value: 3 },
    { any: [{ field, op: 'empty' }, { not: { field, op: 'eq', value: 'x' } }] },
  )

const WHOLES: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  duration: fc.record({ amount: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom('minute', 'day', 'month') }),
  'month-days': fc.uniqueArray(fc.constantFrom(-1, 1, 15, 31), { minLength: 1 }),
  rule: rule('member.city'),
  'event-filter': rule('event.amount'),
}

/** Values of a shape, nearly all of them valid: a test takes those that its schema accepts. */
export function anyOf(shape: Shape): fc.Arbitrary<Json> {
  switch (shape.kind) {
    case 'text':
      return (
        TEXTS[shape.hint.control ?? ''] ??
        fc.string({ minLength: 1, maxLength: Math.min(LONGEST, shape.longest ?? LONGEST) })
      )
    case 'number':
      return numbers(shape)
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...shape.of)
    case 'choice-or-number':
      return fc.oneof(fc.constantFrom(...shape.of), numbers(shape))
    case 'list':
      return fc.array(anyOf(shape.item), {
        minLength: shape.least,
        maxLength: Math.min(shape.most ?? 3, shape.least + 2),
      })
    case 'group':
      return record(shape.fields)
    case 'variants':
      return fc.oneof(
        ...shape.variants.map((variant) =>
          record(variant.fields).map((fields) => ({ [shape.by]: variant.value, ...fields })),
        ),
      )
    case 'whole':
      return WHOLES[shape.hint.control ?? ''] ?? fc.constant(null)
  }
}

const numbers = ({ least = 1, most = 1_000 }: { least: number | undefined; most: number | undefined }) =>
  fc.integer({ min: least, max: most })

const record = (fields: readonly Field[]) =>
  fc.record(Object.fromEntries(fields.map((field) => [field.key, anyOf(field.shape)])), {
    requiredKeys: fields.filter((field) => !field.optional && field.default === undefined).map((field) => field.key),
  })
