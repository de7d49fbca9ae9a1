import { useDeferredValue } from 'react'
import { useSearchParams } from 'wouter'
import type { JourneyFilter } from './queries.ts'
import { STATES } from './state-chip.tsx'

type Named = { readonly [K in keyof JourneyFilter]?: JourneyFilter[K] | undefined }

/** What of the list is seen, as the address says it: a link shows the same. */
export function useFilter() {
  const [params, setParams] = useSearchParams()
  const typed = params.get('search') ?? ''
  const search = useDeferredValue(typed).trim()
  const state = STATES.find((one) => one === params.get('state'))
  const folder = params.get('folder') ?? undefined
  const label = params.get('label') ?? undefined
  const filter: JourneyFilter = {
    ...(search && { search }),
    ...(state && { state }),
    ...(folder !== undefined && { folder }),
    ...(label !== undefined && { label }),
  }
  const change = (changed: Named) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changed)) {
          if (value === undefined) next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  return {
    filter,
    /** As it stands in the search field. */
    typed,
    change,
    isFiltered: Object.keys(filter).length > 0,
    clear: () => setParams({}, { replace: true }),
  }
}
