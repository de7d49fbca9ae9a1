import type { paths } from '../../../api/schema.gen.ts'

export type Told = paths['/api/w/{ws}/journeys/{key}/forecast']['post']['responses'][200]['content']['application/json']
/** By channel, account or reason. */
export type Amounts = Readonly<Record<string, number>>

export interface Sums {
  readonly completed: number
  readonly messages: Amounts
  readonly points: Amounts
}

export const total = (amounts: Amounts): number => Object.values(amounts).reduce((all, n) => all + n, 0)

/** All days of a forecast together. */
export function sumsOf(days: Told['days']): Sums {
  const add = (all: Record<string, number>, more: Amounts) => {
    for (const [name, n] of Object.entries(more)) all[name] = (all[name] ?? 0) + n
  }
  const sums = { completed: 0, messages: {}, points: {} }
  for (const day of days) {
    sums.completed += day.completed
    add(sums.messages, day.messages)
    add(sums.points, day.points)
  }
  return sums
}
