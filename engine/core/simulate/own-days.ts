import { type AskedDay, askedDay, type OwnDay, ownDaysNear } from '../journey/own-days.ts'
import type { BoundPlan } from '../journey/plan.ts'
import type { Person } from './person.ts'

interface Coming extends OwnDay {
  /** Index of the trigger. */
  readonly trigger: number
}

/** The person's days on the way that triggers take them on: each once a year. Whoever is made up joins when the story begins. */
export class OwnDays {
  private readonly triggers: readonly { trigger: number; asked: AskedDay }[]
  private readonly had = new Set<string>()
  private upTo: number
  private known: { attributes: Person['attributes']; ahead: readonly Coming[] } | undefined

  constructor(
    plan: BoundPlan,
    private readonly startsAt: number,
  ) {
    this.upTo = startsAt
    this.triggers = plan.triggers.flatMap((trigger) => {
      const audience = plan.nodes[trigger]?.trigger?.audience
      const asked = audience && askedDay(audience, plan.zone)
      return asked ? [{ trigger, asked }] : []
    })
  }

  /** When the next comes; Infinity where none does. */
  next(person: Person): number {
    return Math.min(...this.ahead(person).map(({ at }) => at))
  }

  /** The triggers that take the person on days up to now, in the order of time. */
  until(person: Person, now: number): number[] {
    const due = this.ahead(person).filter(({ at }) => at <= now)
    this.pass(now)
    for (const day of due) this.had.add(keyOf(day))
    return due.map(({ trigger }) => trigger)
  }

  /** The person was taken by hand: the day that is next, or was last, is had. */
  take(trigger: number, person: Person, now: number): void {
    const asked = this.triggers.find((one) => one.trigger === trigger)?.asked
    if (!asked) return
    const near = (day: OwnDay) => Math.abs(day.at - now)
    const [nearest] = this.daysOf(asked, person, now).sort((a, b) => near(a) - near(b))
    if (nearest) this.had.add(keyOf({ ...nearest, trigger }))
    this.pass(now)
  }

  private pass(now: number): void {
    this.upTo = now
    this.known = undefined
  }

  private ahead(person: Person): readonly Coming[] {
    if (this.known?.attributes !== person.attributes) {
      const ahead = this.triggers.flatMap(({ trigger, asked }) => {
        const days = this.daysOf(asked, person, this.upTo).map((day) => ({ ...day, trigger }))
        return days.find((day) => day.at > this.upTo && !this.had.has(keyOf(day))) ?? []
      })
      this.known = { attributes: person.attributes, ahead: ahead.sort((a, b) => a.at - b.at) }
    }
    return this.known?.ahead ?? []
  }

  private daysOf(asked: AskedDay, { attributes, joinedAt = this.startsAt }: Person, at: number): OwnDay[] {
    return ownDaysNear(asked, { attributes, joinedAt }, at)
  }
}

const keyOf = ({ trigger, year }: Coming) => `${trigger}/${year}`
