import { memberChanged, POINTS_CHANGED, TAG_GAINED, TAG_LOST } from '../journey/own-events.ts'
import type { Deed } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import { after, type DeedPlace, type Person } from './person.ts'

interface OwnEvent {
  readonly name: string
  readonly properties: JsonObject
}

/** Waymark's own events that a deed in a place at `at` (epoch milliseconds) raises about a person: what the services raise, in one order. */
export function raisedBy(person: Person, deed: Deed, place: DeedPlace, at: number): OwnEvent[] {
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
      const then = after(person, deed, place).attributes[deed.name]
      return person.attributes[deed.name] === then ? [] : [memberChanged([deed.name])]
    }
    case 'arm':
    case 'groups':
    case 'count':
    case 'message':
    case 'notice':
    case 'call':
      return []
  }
}

const heldBy = ({ tags }: Person, at: number): string[] =>
  Object.entries(tags).flatMap(([tag, until]) => (until === null || until > at ? [tag] : []))
