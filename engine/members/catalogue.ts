import { isOwnEvent, journeyCalled, OWN_EVENTS } from '../core/journey/own-events.ts'
import type { Json, JsonObject } from '../core/json.ts'
import { dayOf } from '../core/rules/dates.ts'
import { isScalar } from '../core/rules/rule.ts'
import { numbers } from '../store/literal.ts'
import { catalogueSql } from '../store/sql/catalogue.ts'
import type { Tx } from '../store/store.ts'

export const FIELD_TYPES = ['text', 'number', 'boolean', 'date'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** An attribute, or a property of an event, by what a sample shows of it. */
export interface FieldSample {
  /** A property inside another is named by its path: `order.city`. */
  readonly name: string
  readonly type: FieldType
  /** Values that several share, the commonest first, up to 20: what one person alone has is no suggestion. */
  readonly samples: readonly (string | number | boolean)[]
}

export interface Catalogue {
  readonly attributes: readonly FieldSample[]
  readonly tags: readonly string[]
  /** What members did, the commonest first, and after it what Waymark itself raises. */
  readonly events: readonly { readonly name: string; readonly properties: readonly FieldSample[] }[]
}

const HALF_SAMPLE = 300
const MOST_FIELDS = 200
const MOST_SAMPLES = 20
const LONGEST_SAMPLE = 64
/** Distinct values counted of one field. */
const MOST_COUNTED = 1_000
const DEEPEST = 3

/** Names, types and common values of what members and their events hold. */
export async function loadCatalogue(tx: Tx): Promise<Catalogue> {
  const found = await tx.sql.query(catalogueSql.members, [HALF_SAMPLE])
  const members = numbers(found.map((row) => row.member_id))
  const [people, tags, events, subscribed, named] = await Promise.all([
    tx.sql.query(catalogueSql.attributes, [members]),
    tx.sql.query(catalogueSql.tags, [members]),
    tx.sql.query(catalogueSql.events, [members]),
    tx.sql.query(catalogueSql.subscribed),
    tx.sql.query(catalogueSql.segments, [MOST_SAMPLES]),
  ])
  const segments = named.map((row) => row.key)
  const attributes = new Tallies()
  for (const person of people) attributes.addAll(person.attributes, 1)
  const properties = new Map(subscribed.map(({ event }) => [event, new Tallies()]))
  for (const event of events) {
    const tallies = properties.get(event.name) ?? new Tallies()
    tallies.addAll(event.properties, DEEPEST)
    properties.set(event.name, tallies)
  }
  return {
    attributes: attributes.fields(),
    tags: tags.map((row) => row.tag),
    events: [...properties]
      .filter(([name]) => !isOwnEvent(name) || journeyCalled(name) !== undefined)
      .map(([name, tallies]) => ({ name, seen: tallies.seen, properties: tallies.fields() }))
      .sort((a, b) => b.seen - a.seen || a.name.localeCompare(b.name))
      .map(({ name, properties }): Catalogue['events'][number] => ({ name, properties }))
      .concat(
        OWN_EVENTS.map(({ name, properties: own }) => ({
          name,
          properties: ownFields(own, properties.get(name), segments),
        })),
      ),
  }
}

/** What is declared of an event of Waymark's own, with the segments there are, and values that were seen where it has no few of its own. */
const ownFields = (
  own: (typeof OWN_EVENTS)[number]['properties'],
  seen: Tallies | undefined,
  segments: readonly string[],
): FieldSample[] => {
  const found = new Map(seen?.fields().map((field) => [field.name, field.samples]))
  return own.map(({ name, type, samples }) => ({
    name,
    type,
    samples: name === 'segment' ? segments : samples.length > 0 ? samples : (found.get(name) ?? []),
  }))
}

interface Tally {
  n: number
  readonly types: Map<FieldType, number>
  readonly values: Map<string | number | boolean, number>
}

/** What was seen of each field of some objects. */
class Tallies {
  seen = 0
  private readonly byName = new Map<string, Tally>()

  /** `depth`: how far objects inside objects are looked into. */
  addAll(object: JsonObject, depth: number): void {
    this.seen++
    this.add(object, depth, '')
  }

  private add(object: JsonObject, depth: number, path: string): void {
    for (const [key, value] of Object.entries(object)) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        if (depth > 1) this.add(value, depth - 1, `${path}${key}.`)
      } else this.count(`${path}${key}`, value)
    }
  }

  private count(name: string, value: Json): void {
    if (!isScalar(value)) return
    const tally = this.byName.get(name) ?? { n: 0, types: new Map(), values: new Map() }
    if (!this.byName.has(name)) {
      if (this.byName.size >= MOST_FIELDS) return
      this.byName.set(name, tally)
    }
    tally.n++
    const type = typeOf(value)
    tally.types.set(type, (tally.types.get(type) ?? 0) + 1)
    if (String(value).length > LONGEST_SAMPLE) return
    if (tally.values.size < MOST_COUNTED || tally.values.has(value))
      tally.values.set(value, (tally.values.get(value) ?? 0) + 1)
  }

  /** The commonest first. */
  fields(): FieldSample[] {
    const ordered = [...this.byName].sort(([a, x], [b, y]) => y.n - x.n || a.localeCompare(b))
    return ordered.map(([name, { types, values }]) => {
      const [[type = 'text'] = []] = [...types].sort(([, a], [, b]) => b - a)
      const shared = [...values].filter(([, n]) => n > 1).sort(([, a], [, b]) => b - a)
      return { name, type, samples: shared.slice(0, MOST_SAMPLES).map(([value]) => value) }
    })
  }
}

function typeOf(value: string | number | boolean): FieldType {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return dayOf(value, 'UTC') === undefined ? 'text' : 'date'
}
