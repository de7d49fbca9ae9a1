import { type ComponentType, createContext, useContext } from 'react'
import type { DraftRule } from './draft.ts'
import type { ConditionEvent, ConditionField } from './fields.ts'

/** What a builder offers to ask about. */
export interface Offer {
  readonly fields: readonly ConditionField[]
  /** Absent where what somebody did cannot be asked. */
  readonly events: readonly ConditionEvent[] | undefined
  /** Over the properties of one event. */
  readonly inFilter: boolean
}

export interface ConditionsProps {
  value: DraftRule
  onChange: (draft: DraftRule) => void
  offer: Offer
}

/** An offer, and how the rows of a filter inside a row are shown: by the rows themselves, which cannot be imported in a ring. */
interface Shown extends Offer {
  readonly Nested: ComponentType<ConditionsProps>
}

const OfferContext = createContext<Shown>({ fields: [], events: undefined, inFilter: false, Nested: () => null })
export const OfferProvider = OfferContext.Provider
export const useOffer = (): Shown => useContext(OfferContext)
