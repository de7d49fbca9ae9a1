import { createContext } from 'react'
import type { JsonObject } from '../../engine/core/json.ts'

/** A node as it is set, and the zone of its journey. */
export interface UpcomingQuestion {
  readonly type: string
  readonly settings: JsonObject
  readonly zone: string
}

/**
 * The next times of a node: ISO instants, with how many come then where it is told and whether holidays that are not known yet
 * may move it, and the zone that they are meant in.
 */
export interface UpcomingTimes {
  readonly of: 'fires' | 'openings' | 'people'
  readonly zone: string
  readonly times: readonly { readonly at: string; readonly people: number | null; readonly guessed: boolean }[]
}

/** Tells the next times of a node. Rejects where they are not told. */
export type Source = ((question: UpcomingQuestion, signal: AbortSignal) => Promise<UpcomingTimes>) | undefined

/** Who knows the next times of nodes, where somebody does. */
export const UpcomingSource = createContext<Source>(undefined)
