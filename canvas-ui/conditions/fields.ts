import { eventWords, ownPropertyWords } from '../../engine/core/journey/own-events.locale.ts'
import { isOwnEvent } from '../../engine/core/journey/own-events.ts'
import { attributeWords, pointsWords } from '../../engine/core/rules/rule.locale.ts'
import type { Language } from '../locale/language.ts'
import { translator } from '../locale/messages.ts'
import type { ConditionType } from './draft.ts'
import { conditionMessages } from './locale.ts'

/** Something a condition can ask about. */
export interface ConditionField {
  /** As rules name it: `member.city`, `event.amount`, `tags`. */
  readonly name: string
  readonly label: string
  readonly group: string
  readonly type: ConditionType
  /** Values to suggest, the commonest first. */
  readonly samples: readonly (string | number | boolean)[]
}

/** An event to ask about, and its properties as fields of a filter. */
export interface ConditionEvent {
  readonly name: string
  readonly label: string
  readonly properties: readonly ConditionField[]
}

/** Something the workspace knows by a name and, of its values, a few that are common. */
export interface KnownField {
  readonly name: string
  readonly type: 'text' | 'number' | 'boolean' | 'date'
  readonly samples: readonly (string | number | boolean)[]
}

/** What the catalogue of the API tells. */
export interface Catalogue {
  readonly attributes: readonly KnownField[]
  readonly tags: readonly string[]
  readonly events: readonly { readonly name: string; readonly properties: readonly KnownField[] }[]
}

const ACCOUNTS = ['spendable', 'growth', 'yearly'] as const

/** What can be asked of a member: attributes, tags, points. */
export function memberFields({ attributes, tags }: Catalogue, language: Language): ConditionField[] {
  const t = translator(conditionMessages, language)
  return [
    ...attributes.map(({ name, ...field }) => ({
      ...{ ...field, name: `member.${name}`, label: attributeWords(name, language), group: t('profile') },
    })),
    { name: 'tags', label: t('tags'), group: t('tags'), type: 'tags', samples: tags },
    ...ACCOUNTS.map((account) => ({
      ...{ name: `points.${account}`, label: pointsWords(account, language), group: t('points') },
      ...{ type: 'points' as const, samples: [] },
    })),
  ]
}

/** Properties of the event that begins a journey, for conditions of its nodes. */
export function triggerFields(catalogue: Catalogue, events: readonly string[], language: Language): ConditionField[] {
  const group = translator(conditionMessages, language)('trigger')
  const found = catalogue.events
    .filter((event) => events.includes(event.name))
    .flatMap((event) => event.properties.map((property) => propertyField(event.name, property, group, language)))
  return [...new Map(found.map((property) => [property.name, property])).values()]
}

const propertyField = (
  event: string,
  { name, ...property }: KnownField,
  group: string,
  language: Language,
): ConditionField => ({
  ...{ ...property, name: `event.${name}`, group },
  label: isOwnEvent(event) ? ownPropertyWords(name, language) : name,
})

/** Events that somebody may have done, or Waymark raised about them, each with its properties. */
export function conditionEvents(catalogue: Catalogue, language: Language): ConditionEvent[] {
  const group = translator(conditionMessages, language)('properties')
  return catalogue.events.map(({ name, properties }) => ({
    name,
    label: eventWords(name, language),
    properties: properties.map((property) => propertyField(name, property, group, language)),
  }))
}
