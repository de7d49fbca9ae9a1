import { TAG_LOST } from '../journey/own-events.ts'
import type { Raised } from './entry.ts'
import type { Person } from './person.ts'

/** Tags whose time is over on the way: each is lost once. */
export class Lapses {
  constructor(private upTo: number) {}

  /** When the next lapses; Infinity where none does. */
  next(person: Person): number {
    return Math.min(...this.ahead(person).map(({ at }) => at))
  }

  /** What those that have lapsed by now make happen. */
  until(person: Person, now: number): Raised[] {
    const lapsed = this.ahead(person).filter(({ at }) => at <= now)
    this.upTo = now
    return lapsed.map(({ tag }) => ({ name: TAG_LOST, depth: 0, properties: { tag } }))
  }

  private ahead({ tags }: Person): { tag: string; at: number }[] {
    return Object.entries(tags).flatMap(([tag, at]) => (at !== null && at > this.upTo ? [{ tag, at }] : []))
  }
}
