import type { Counter } from '../../core/controls/counter.ts'
import { counterKey, type DeedPlace } from '../../core/simulate/person.ts'
import type { Traveller } from '../../core/walk/traveller.ts'

/** Places that those who are forecast took in counters, from none on. */
export class Counted {
  private readonly places = new Map<string, number[]>()
  private readonly each: number

  /** Of every thousand members `perMille` are looked at: each takes the places of all it stands for. */
  constructor(perMille: number) {
    this.each = Math.round(1_000 / perMille)
  }

  of(counter: Counter, traveller: Traveller, node: string): readonly number[] {
    return this.places.get(keyOf(counter, traveller, node)) ?? []
  }

  take(counter: Counter, traveller: Traveller, node: string, at: number): void {
    const key = keyOf(counter, traveller, node)
    const places = this.places.get(key) ?? []
    const taken = isShared(counter) ? this.each : 1
    for (let i = 0; i < taken; i++) places.push(at)
    this.places.set(key, places)
  }
}

const isShared = ({ scope }: Counter) => scope === 'node' || scope === 'journey'

function keyOf(counter: Counter, { member, entryNo }: Traveller, node: string): string {
  const place: DeedPlace = { node, entry: entryNo }
  return `${isShared(counter) ? 'everyone' : member}/${counterKey(counter, place)}`
}
