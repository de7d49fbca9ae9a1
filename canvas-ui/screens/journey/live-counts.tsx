import { useEffect, useState } from 'react'
import { z } from 'zod'
import { BUDGET_KINDS } from '../../../engine/core/budgets/budgets.ts'
import { type LiveState, watch } from '../../api/live.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat } from '../../format/use-format.ts'
import { classes } from '../../kit/classes.ts'
import { useMessages } from '../../locale/messages.ts'
import { liveMessages } from './live-locale.ts'
import type { Counts, Place } from './queries.ts'

const PerName = z.record(z.string(), z.number())
const NodeCounts = z.object({
  entered: z.number(),
  waiting: z.number(),
  failed: z.number(),
  out: PerName,
  left: PerName,
  reversed: z.number(),
})
const Reaching = z.object({ entered: z.number(), reached: z.number() })
/** What comes over the socket: not described by the API, so it is read with care. */
const Told: z.ZodType<Counts> = z.object({
  at: z.string(),
  version: z.number(),
  nodes: z.record(z.string(), NodeCounts),
  totals: z.object({
    entered: z.number(),
    inside: z.number(),
    waiting: z.number(),
    failed: z.number(),
    today: z.number(),
    reversed: z.number(),
  }),
  goals: z.array(z.object({ id: z.string(), name: z.string(), ...Reaching.shape, over: Reaching })),
  budgets: z.array(
    z.object({
      of: z.enum(BUDGET_KINDS),
      most: z.number(),
      spent: z.number(),
      currency: z.string().nullable(),
      refused: z.number(),
      alertedAt: z.string().nullable(),
      stoppedAt: z.string().nullable(),
    }),
  ),
})

/** The numbers of a running journey as they change. After a lost connection they come whole again; until then the last stay. */
export function useLiveCounts({ ws, key }: Place): { counts: Counts | undefined; state: LiveState } {
  const [counts, setCounts] = useState<Counts>()
  const [state, setState] = useState<LiveState>('connecting')
  const { ended } = useSession()
  useEffect(() => setCounts(undefined), [ws, key])
  useEffect(() => {
    // The server let go of who is signed out: whoever is back begins anew.
    if (ended) return
    return watch(
      { topic: 'journey', ws, key },
      (message) => {
        const told = Told.safeParse(message)
        if (told.success) setCounts(told.data)
      },
      setState,
    )
  }, [ws, key, ended])
  return { counts, state }
}

const LOOKS: Record<LiveState, string> = { live: 'bg-ok', connecting: 'bg-warn', refused: 'bg-bad' }

/** How fresh the numbers are. */
export function LiveStatus({ state, at }: { state: LiveState; at: string | undefined }) {
  const t = useMessages(liveMessages)
  const format = useFormat()
  const since = at === undefined ? '' : ` · ${t('asOf', { time: format.time(at, true) })}`
  return (
    <span role="status" className="flex items-center gap-1.5 rounded-control bg-canvas px-1.5">
      <i aria-hidden className={classes('size-1.5 rounded-full', LOOKS[state])} />
      {t(state)}
      {since}
    </span>
  )
}
