/** The first `most` of those who come and find the quotas before it full go to `arm`. */
export interface Quota {
  readonly arm: string
  readonly most: number
}

/** How many went to each arm. */
export type Filled = Readonly<Record<string, number>>

/** How the quotas are filled once so many came. */
export function filledBy(people: number, quotas: readonly Quota[]): Filled {
  let left = people
  const filled = quotas.map(({ arm, most }): [string, number] => {
    const here = Math.min(left, most)
    left -= here
    return [arm, here]
  })
  return Object.fromEntries(filled)
}

/** Sends `newcomers` people one after another to the first quota that has room, undefined where all are full. */
export function fillQuotas(
  filled: Filled,
  quotas: readonly Quota[],
  newcomers: number,
): { arms: (string | undefined)[]; filled: Filled } {
  const now = new Map(Object.entries(filled))
  const arms = Array.from({ length: newcomers }, () => {
    const open = quotas.find(({ arm, most }) => (now.get(arm) ?? 0) < most)
    if (open) now.set(open.arm, (now.get(open.arm) ?? 0) + 1)
    return open?.arm
  })
  return { arms, filled: Object.fromEntries(now) }
}
