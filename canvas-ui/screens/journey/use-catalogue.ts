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
      const there: readonly { readonly key: string }[] = kind === 'segment' ? catalogue.segments : catalogue.accounts
      return there.some((one) => one.key === key)
    },
    [catalogue],
  )
  return { ...(catalogue && { catalogue }), exists }
}
