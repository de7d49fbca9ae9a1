import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { liveMessages } from './live-locale.ts'
import type { Person, Place } from './queries.ts'

export const ORDERS = {
  'push-on': { label: 'pushOn', title: 'pushOnTitle', help: 'pushOnHelp', done: 'donePushOn' },
  'pull-out': { label: 'pullOut', title: 'pullOutTitle', help: 'pullOutHelp', done: 'donePullOut' },
  retry: { label: 'retry', title: 'retryTitle', help: 'retryHelp', done: 'doneRetry' },
} as const
export type Order = keyof typeof ORDERS

/** What became of an order. */
interface Given {
  readonly done: number
  /** Enrolments that were not there any more. */
  readonly missed: readonly string[]
}

/** Asks once more, then moves the chosen people. */
export function OrderDialog({
  place,
  order,
  people,
  onClose,
  onDone,
}: {
  place: Place
  order: Order
  people: readonly Person[]
  onClose: () => void
  onDone: () => void
}) {
  const give = () =>
    answered(
      api.POST(`/api/w/{ws}/journeys/{key}/people/${order}`, {
        params: { path: place },
        body: { enrolments: people.map(({ member, enrolment }) => ({ member, enrolment })) },
      }),
    )
  return <Asking place={place} order={order} count={people.length} give={give} onClose={onClose} onDone={onDone} />
}

/** A button that sets all who failed at a node going again, on whatever page of the list they are. */
export function RetryAll({ place, node, count }: { place: Place; node: string; count: number }) {
  const t = useMessages(liveMessages)
  const [asked, setAsked] = useState(false)
  const give = async (): Promise<Given> => {
    const params = { path: { ...place, node } }
    const { people } = await answered(api.POST('/api/w/{ws}/journeys/{key}/nodes/{node}/retry', { params }))
    return { done: people, missed: [] }
  }
  return (
    <>
      <Button look="link" size="dense" onClick={() => setAsked(true)}>
        {t('retryAll', { count })}
      </Button>
      {asked && <Asking place={place} order="retry" count={count} give={give} onClose={() => setAsked(false)} />}
    </>
  )
}

function Asking({
  place,
  order,
  count,
  give,
  onClose,
  onDone,
}: {
  place: Place
  order: Order
  count: number
  give: () => Promise<Given>
  onClose: () => void
  onDone?: () => void
}) {
  const t = useMessages(liveMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const { label, title, help, done } = ORDERS[order]
  const giving = useMutation({
    mutationFn: give,
    onSuccess: (given) => {
      toast.done(t(done, { count: given.done }), {
        ...(given.missed.length > 0 && { detail: t('missed', { count: given.missed.length }) }),
      })
      onDone?.()
    },
    onError: (error) => toast.failed(problemText(error)),
    onSettled: async () => {
      onClose()
      await queries.invalidateQueries({ queryKey: ['people-at', place.ws, place.key] })
    },
  })
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={t(title, { count })}
      action={t(label)}
      dangerous={order === 'pull-out'}
      busy={giving.isPending}
      onConfirm={() => giving.mutate()}
    >
      {t(help)}
    </Confirm>
  )
}
