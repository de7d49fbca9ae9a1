import {
  type Changes,
  MEMBER_CHANGED,
  memberChanged,
  POINTS_CHANGED,
  type RaisedFact,
  TAG_GAINED,
  TAG_LOST,
} from '../journey/own-events.ts'
import type { Deed } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import { after, type DeedPlace, type Person } from './person.ts'

/** Waymark's own events that a deed in a place at `at` (epoch milliseconds) raises about a person: what the services raise, in one order. */
export function raisedBy(person: Person, deed: Deed, place: DeedPlace, at: number): RaisedFact[] {
  switch (deed.do) {
    case 'points':
      return [{ name: POINTS_CHANGED, properties: { account: deed.account, amount: deed.amount } }]
    case 'tags': {
      const [before, then] = [heldBy(person, at), heldBy(after(person, deed, place), at)]
      return [
        ...before.filter((tag) => !then.includes(tag)).map((tag) => ({ name: TAG_LOST, properties: { tag } })),
        ...then.filter((tag) => !before.includes(tag)).map((tag) => ({ name: TAG_GAINED, properties: { tag } })),
      ]
    }
    case 'attribute': {
      const [was = null, is = null] = [person, after(person, deed, place)].map((one) => one.attributes[deed.name])
      return was === is ? [] : [memberChanged({ [deed.name]: { was, is } })]
    }
    case 'arm':
    case 'groups':
    case 'count':
    case 'message':
    case 'spend':
    case 'notice':
    case 'call':
      return []
  }
}

/** What a change that somebody posts is about: the attributes that it names are what the person has; what they were is not known. */
export function postedChanges(name: string, { attributes }: JsonObject, person: Person): { changes?: Changes } {
  if (name !== MEMBER_CHANGED || typeof attributes !== 'string') return {}
  const names = attributes.split(',').map((one) => one.trim())
  return { changes: Object.fromEntries(names.map((one) => [one, { is: person.attributes[one] ?? null }])) }
}

const heldBy = ({ tags }: Person, at: number): string[] =>
  Object.entries(tags).flatMap(([tag, until]) => (until === null || until > at ? [tag] : []))
