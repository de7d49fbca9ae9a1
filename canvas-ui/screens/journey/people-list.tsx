import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import type { OutcomeFace } from '../../canvas/face.ts'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { CheckBox } from '../../kit/checkbox.tsx'
import { classes } from '../../kit/classes.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Icon } from '../../kit/icon.tsx'
import { RowOpen } from '../../kit/row-open.tsx'
import { SearchInput } from '../../kit/search-input.tsx'
import { Bone, Skeleton } from '../../kit/skeleton.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { liveMessages } from './live-locale.ts'
import type { PeopleState } from './people-here.tsx'
import type { Person, Place } from './queries.ts'

const ORDERS = {
  'push-on': { label: 'pushOn', title: 'pushOnTitle', help: 'pushOnHelp', done: 'donePushOn' },
  'pull-out': { label: 'pullOut', title: 'pullOutTitle', help: 'pullOutHelp', done: 'donePullOut' },
  retry: { label: 'retry', title: 'retryTitle', help: 'retryHelp', done: 'doneRetry' },
} as const
type Order = keyof typeof ORDERS

/** What can be done with whom. */
const POSSIBLE: Record<PeopleState, readonly Order[]> = {
  waiting: ['push-on', 'pull-out'],
  failed: ['retry', 'push-on', 'pull-out'],
  left: [],
}
const NOBODY = { waiting: 'nobodyWaiting', failed: 'nobodyFailed', left: 'nobodyLeft' } as const
/** People come and go: a list may be so old. */
const LIST_MS = 5_000
const BONES = ['a', 'b', 'c', 'd']

interface PeopleAt {
  readonly place: Place
  readonly node: string
  readonly state: PeopleState
  readonly outcomes: readonly OutcomeFace[]
}

/** Those who wait at a node, failed there or left it: to be found, chosen, and moved. */
export function PeopleList({ place, node, state, outcomes }: PeopleAt) {
  const t = useMessages(liveMessages)
  const problemText = useProblemText()
  const { role } = useWorkspace()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed).trim()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [order, setOrder] = useState<Order>()
  const list = useInfiniteQuery({
    queryKey: ['people-at', place.ws, place.key, node, state, search],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/w/{ws}/journeys/{key}/nodes/{node}/people', {
          params: {
            path: { ...place, node },
            query: { state, ...(search && { search }), ...(pageParam !== null && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null, // null is the first page
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    refetchInterval: LIST_MS,
  })
  const people = list.data?.pages.flatMap((page) => page.people)
  const selected = people?.filter((person) => chosen.has(person.enrolment)) ?? []
  const steers = isAtLeast(role, 'operator') && POSSIBLE[state].length > 0
  const choose = (enrolment: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(enrolment)
    else next.delete(enrolment)
    setChosen(next)
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="px-4 py-3">
        <SearchInput label={t('search')} value={typed} onChange={setTyped} />
      </div>
      {steers && people && people.length > 0 && (
        <div className={classes('flex h-9 shrink-0 items-center gap-2 px-4', selected.length > 0 && 'bg-brand-soft')}>
          <CheckBox
            label={t('selectAll')}
            checked={selected.length === 0 ? false : selected.length === people.length ? true : 'some'}
            onChange={(all) => setChosen(new Set(all ? people.map((person) => person.enrolment) : []))}
          />
          <span className="flex-1 truncate text-ink text-secondary">
            {selected.length > 0 ? t('selected', { count: selected.length }) : t('selectAll')}
          </span>
          {selected.length > 0 &&
            POSSIBLE[state].map((one) => (
              <Button key={one} look="link" size="dense" onClick={() => setOrder(one)}>
                {t(ORDERS[one].label)}
              </Button>
            ))}
        </div>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto border-border border-t">
        {list.error && !people ? (
          <ErrorState title={t('peopleFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
        ) : !people ? (
          <Skeleton>
            {BONES.map((bone) => (
              <span key={bone} className="flex h-[52px] items-center border-border border-b px-4">
                <Bone className="h-3 flex-1" />
              </span>
            ))}
          </Skeleton>
        ) : people.length === 0 ? (
          <p className="px-4 py-8 text-center text-ink-2">{t(search ? 'nobodyFound' : NOBODY[state])}</p>
        ) : (
          <ul>
            {people.map((person) => (
              <PersonLine
                key={person.enrolment}
                ws={place.ws}
                person={person}
                state={state}
                outcomes={outcomes}
                chosen={steers ? chosen.has(person.enrolment) : undefined}
                onChoose={(on) => choose(person.enrolment, on)}
              />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <div className="flex justify-center py-2">
            <Button look="link" size="dense" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </div>
      {order && (
        <OrderDialog
          place={place}
          order={order}
          people={selected}
          onClose={() => setOrder(undefined)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </div>
  )
}

function PersonLine({
  ws,
  person,
  state,
  outcomes,
  chosen,
  onChoose,
}: {
  ws: string
  person: Person
  state: PeopleState
  outcomes: readonly OutcomeFace[]
  /** Undefined where nobody may be chosen. */
  chosen: boolean | undefined
  onChoose: (on: boolean) => void
}) {
  const t = useMessages(liveMessages)
  const name = person.name ?? person.identity?.value ?? t('member', { id: person.member })
  return (
    <li
      className={classes(
        'relative flex h-[52px] items-center gap-2 border-border border-b px-4',
        chosen ? 'bg-brand-soft' : 'hover:bg-surface-2',
      )}
    >
      {chosen !== undefined && (
        <span className="relative z-1">
          <CheckBox label={t('select', { name })} checked={chosen} onChange={onChoose} />
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">
          <RowOpen to={`/w/${ws}/members/${person.member}`}>{name}</RowOpen>
        </span>
        <Since person={person} state={state} outcomes={outcomes} />
      </span>
      <Icon of={ChevronRight} size="tile" className="text-ink-3" />
    </li>
  )
}

function Since({
  person: { at, wakesAt, outcome, reason },
  state,
  outcomes,
}: {
  person: Person
  state: PeopleState
  outcomes: readonly OutcomeFace[]
}) {
  const t = useMessages(liveMessages)
  const format = useFormat()
  const line = 'block truncate text-secondary'
  if (state === 'failed')
    return (
      <span className={`${line} text-bad`} title={reason ?? undefined}>
        {reason ?? t('since', { time: format.nearDateTime(at) })}
      </span>
    )
  if (state === 'left') {
    const name = outcomes.find(({ key }) => key === outcome)?.name ?? outcome
    const by = name === null ? '' : ` · ${t('by', { outcome: name })}`
    return (
      <span className={`${line} text-ink-3`}>
        {t('leftAt', { time: format.nearDateTime(at) })}
        {by}
      </span>
    )
  }
  return (
    <span className={`${line} text-ink-3`}>
      {wakesAt === null
        ? t('since', { time: format.nearDateTime(at) })
        : t('until', { time: format.nearDateTime(wakesAt) })}
    </span>
  )
}

function OrderDialog({
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
  const t = useMessages(liveMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const { label, title, help, done } = ORDERS[order]
  const count = people.length
  const give = useMutation({
    mutationFn: () =>
      answered(
        api.POST(`/api/w/{ws}/journeys/{key}/people/${order}`, {
          params: { path: place },
          body: { enrolments: people.map(({ member, enrolment }) => ({ member, enrolment })) },
        }),
      ),
    onSuccess: (answer) => {
      toast.done(t(done, { count: answer.done }), {
        ...(answer.missed.length > 0 && { detail: t('missed', { count: answer.missed.length }) }),
      })
      onDone()
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
      busy={give.isPending}
      onConfirm={() => give.mutate()}
    >
      {t(help)}
    </Confirm>
  )
}
