import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { currencyOf, SendingRules } from '../../../../engine/core/sending/rules.ts'
import { answered, api } from '../../../api/client.ts'
import { isAtLeast, useWorkspace } from '../../../app/session.tsx'
import { useFailed } from '../../../app/use-failed.ts'
import { toast } from '../../../kit/toast.tsx'
import { useMessages } from '../../../locale/messages.ts'
import { type SavedRules, sendingRulesOf } from '../../settings/queries.ts'
import { forecastMessages } from './locale.ts'
import { keptFrom, type Prices, pricesFrom } from './prices.ts'

/** The prices of the workspace, to be tried otherwise in a forecast, and kept by who may. */
export interface PriceTrial {
  readonly prices: Prices
  readonly currency: string
  try(name: string, price: number | null): void
  /** Absent where nothing is to be kept, or the reader may not. */
  readonly keep: (() => void) | undefined
  readonly isKeeping: boolean
}

export function usePrices(ws: string): PriceTrial {
  const t = useMessages(forecastMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const { role } = useWorkspace()
  const { data: rules } = useQuery(sendingRulesOf(ws))
  const [tried, setTried] = useState<Prices>()
  const prices = tried ?? pricesFrom(rules?.prices)
  const save = useMutation({
    mutationFn: (body: SavedRules) =>
      answered(api.PUT('/api/w/{ws}/sending-rules', { params: { path: { ws } }, body })),
    onSuccess: (kept) => {
      queries.setQueryData(sendingRulesOf(ws).queryKey, kept)
      setTried(undefined)
      toast.done(t('pricesKept'))
    },
    onError: failed,
  })
  const { data: changed } = SendingRules.safeParse({ ...rules, prices: { ...rules?.prices, ...keptFrom(prices) } })
  const mayKeep = tried && rules && changed && isAtLeast(role, 'admin')
  return {
    prices,
    currency: currencyOf(changed ?? { caps: [] }),
    try: (name, price) => {
      const { [name]: _, ...others } = prices
      setTried(price === null || price < 0 ? others : { ...others, [name]: price })
    },
    keep: mayKeep ? () => save.mutate(changed as SavedRules) : undefined, // what is not there is absent in it
    isKeeping: save.isPending,
  }
}
