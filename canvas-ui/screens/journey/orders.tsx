import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pause, Play, Square } from 'lucide-react'
import { useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { Callers } from '../journeys/callers.tsx'
import { liveMessages } from './live-locale.ts'
import { type Journey, journeyOf } from './queries.ts'

const ORDERS = [
  { order: 'pause', icon: Pause, title: 'pauseTitle', help: 'pauseHelp', done: 'donePause' },
  { order: 'resume', icon: Play, title: 'resumeTitle', help: 'resumeHelp', done: 'doneResume' },
  { order: 'stop', icon: Square, title: 'stopTitle', help: 'stopHelp', done: 'doneStop' },
] as const
type Order = (typeof ORDERS)[number]

/** Pause, resume and stop, as far as the journey's state allows them. */
export function Orders({ ws, journey }: { ws: string; journey: Journey }) {
  const t = useMessages(liveMessages)
  const [asked, setAsked] = useState<Order>()
  return (
    <>
      {ORDERS.filter(({ order }) => journey.allowed.includes(order)).map((one) => (
        <Button
          key={one.order}
          icon={one.icon}
          look={one.order === 'stop' ? 'danger' : 'secondary'}
          onClick={() => setAsked(one)}
        >
          {t(one.order)}
        </Button>
      ))}
      {asked && <OrderDialog ws={ws} journey={journey} order={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function OrderDialog({
  ws,
  journey: { key, name },
  order: { order, title, help, done },
  onClose,
}: {
  ws: string
  journey: Journey
  order: Order
  onClose: () => void
}) {
  const t = useMessages(liveMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const params = { path: { ws, key } }
  const counts = useQuery({
    queryKey: ['counts', ws, key],
    queryFn: () => answered(api.GET('/api/w/{ws}/journeys/{key}/counts', { params })),
    staleTime: 0,
  })
  const give = useMutation({
    mutationFn: () => answered(api.POST(`/api/w/{ws}/journeys/{key}/${order}`, { params })),
    onSuccess: ({ people }) => toast.done(t(done, { count: people })),
    onError: (error) => toast.failed(problemText(error)),
    onSettled: async () => {
      onClose()
      await queries.invalidateQueries(journeyOf({ ws, key }))
    },
  })
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={t(title, { name })}
      action={t(order)}
      dangerous={order === 'stop'}
      busy={give.isPending}
      onConfirm={() => give.mutate()}
    >
      {counts.data ? t(help, { count: counts.data.totals.inside }) : <span className="text-ink-3">…</span>}
      {order === 'stop' && <Callers ws={ws} journeys={[key]} />}
    </Confirm>
  )
}
