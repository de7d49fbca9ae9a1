import { useInfiniteQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { MoreRow } from '../../app/more.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { CheckBox } from '../../kit/checkbox.tsx'
import { classes } from '../../kit/classes.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { Icon } from '../../kit/icon.tsx'
import { RowOpen } from '../../kit/row-open.tsx'
import { SearchInput } from '../../kit/search-input.tsx'
import { Bone, Skeleton } from '../../kit/skeleton.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { liveMessages } from './live-locale.ts'
import type { PeopleState } from './people-here.tsx'
import { ORDERS, type Order, OrderDialog, RetryAll } from './people-orders.tsx'
import type { Person, Place } from './queries.ts'

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
  /** How many failed here, by the live counts. */
  readonly failed: number
}

/** Those who wait at a node, failed there or left it: to be found, chosen, and moved. */
export function PeopleList({ place, node, state, failed }: PeopleAt) {
  const t = useMessages(liveMessages)
  const problemText = useProblemText()
  const language = useLanguage()
  const { role } = useWorkspace()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed).trim()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [order, setOrder] = useState<Order>()
  const list = useInfiniteQuery({
    queryKey: ['people-at', place.ws, place.key, node, state, search, language],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/w/{ws}/journeys/{key}/nodes/{node}/people', {
          params: {
            path: { ...place, node },
            query: { state, language, ...(search && { search }), ...(pageParam !== null && { after: pageParam }) },
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
          {state === 'failed' && selected.length === 0 && search === '' && failed > 0 && (
            <RetryAll place={place} node={node} count={failed} />
          )}
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
                chosen={steers ? chosen.has(person.enrolment) : undefined}
                onChoose={(on) => choose(person.enrolment, on)}
              />
            ))}
          </ul>
        )}
        <MoreRow list={list} label={t('more')} space="py-2" look="link" size="dense" />
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
  chosen,
  onChoose,
}: {
  ws: string
  person: Person
  state: PeopleState
  /** Undefined where nobody may be chosen. */
  chosen: boolean | undefined
  onChoose: (on: boolean) => void
}) {
  const t = useMessages(liveMessages)
  const name = person.name ?? person.identity?.value ?? t('member', { id: person.member })
  return (
    <li
      className={classes(
        'relative flex min-h-[52px] items-center gap-2 border-border border-b px-4 py-1.5',
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
        <Since person={person} state={state} />
      </span>
      <Icon of={ChevronRight} size="tile" className="text-ink-3" />
    </li>
  )
}

/** What the server says of them: when they go on and by what, why they failed, or which way they left. */
function Since({ person: { at, text }, state }: { person: Person; state: PeopleState }) {
  const t = useMessages(liveMessages)
  const format = useFormat()
  const when = state === 'left' ? `${t('leftAt', { time: format.nearDateTime(at) })} · ` : ''
  return (
    <span
      className={classes('line-clamp-2 text-secondary', state === 'failed' ? 'text-bad' : 'text-ink-3')}
      title={text}
    >
      {when}
      {text}
    </span>
  )
}
