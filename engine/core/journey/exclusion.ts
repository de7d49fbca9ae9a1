import type { JourneySettings } from './document.ts'

type Excluding = Pick<JourneySettings, 'exclusionGroup' | 'priority'>

/** A journey that a member is inside, as the version has it that they are in. */
export interface Insider {
  readonly journey: number
  readonly settings: Excluding
}

/** Whether somebody inside these journeys must not enter: one of the same group has at least the priority of this one. */
export const isExcluded = (journey: number, own: Excluding, inside: readonly Insider[]): boolean =>
  own.exclusionGroup !== undefined &&
  inside.some(
    (other) =>
      other.journey !== journey &&
      other.settings.exclusionGroup === own.exclusionGroup &&
      other.settings.priority >= own.priority,
  )
