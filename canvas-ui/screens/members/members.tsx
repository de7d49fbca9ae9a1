import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { MoreRow } from '../../app/more.tsx'
import { useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Count } from '../../kit/number.tsx'
import { SearchInput } from '../../kit/search-input.tsx'
import { useMessages } from '../../locale/messages.ts'
import { memberMessages } from './locale.ts'
import { PeopleTable } from './people-table.tsx'
import { membersOf } from './queries.ts'

/** The list of members, with search by the beginning of a name or an identity. */
export function Members() {
  const t = useMessages(memberMessages)
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const [address, setAddress] = useSearchParams()
  const [typed, setTyped] = useState(address.get('search') ?? '')
  const search = useDeferredValue(typed.trim())
  const list = useInfiniteQuery({ ...membersOf(ws, search), placeholderData: (before) => before })
  const people = list.data?.pages.flatMap((page) => page.members)
  const total = list.data?.pages[0]?.total ?? null
  const look = (text: string) => {
    setTyped(text)
    setAddress(text.trim() === '' ? {} : { search: text.trim() }, { replace: true })
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={t('members')} note={total !== null && <Count of={total} />} />
      <div className="pb-3">
        <SearchInput size="bar" className="w-96" label={t('search')} value={typed} onChange={look} />
      </div>
      {list.error && !people ? (
        <ErrorState
          title={t('listFailed')}
          safe={problemText(list.error)}
          busy={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      ) : (
        <section className="shrink-0 overflow-hidden rounded-card border border-border bg-surface">
          <PeopleTable
            ws={ws}
            people={people}
            empty={
              <EmptyState
                text={search === '' ? t('none') : t('noneFound', { text: search })}
                action={search !== '' && <Button onClick={() => look('')}>{t('clearSearch')}</Button>}
              />
            }
          />
        </section>
      )}
      <MoreRow list={list} label={t('more')} space="pt-3" />
    </div>
  )
}
