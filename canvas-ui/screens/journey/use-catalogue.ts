import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Reference } from '../../../engine/core/journey/node.ts'
import { catalogueOf } from '../segments/queries.ts'

/** What settings can be made of in a workspace, and whether what nodes refer to is there. */
export function useCatalogue(ws: string) {
  const { data: catalogue } = useQuery(catalogueOf(ws))
  const exists = useCallback(
    ({ kind, key }: Reference) => {
      // Nothing is missing before it is known what is there.
      if (!catalogue) return true
      const there: Record<Reference['kind'], readonly { readonly key: string }[]> = {
        segment: catalogue.segments,
        'segment-set': catalogue.segments.filter((segment) => segment.computedAt !== null),
        group: catalogue.groups,
        account: catalogue.accounts,
        journey: catalogue.journeys,
        person: catalogue.people,
      }
      return there[kind].some((one) => one.key === key)
    },
    [catalogue],
  )
  return { ...(catalogue && { catalogue }), exists }
}
