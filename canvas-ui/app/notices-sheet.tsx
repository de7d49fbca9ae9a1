import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { answered, api } from '../api/client.ts'
import { useProblemText } from '../api/problem-text.ts'
import { useFormat } from '../format/use-format.ts'
import { Button } from '../kit/button.tsx'
import { classes } from '../kit/classes.ts'
import { Sheet } from '../kit/dialog.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { ErrorState } from '../kit/error-state.tsx'
import { Bone, Skeleton } from '../kit/skeleton.tsx'
import { type Language, useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { More } from './more.tsx'
import { noticeMessages } from './notice-locale.ts'
import { isAtLeast, useWorkspace } from './session.tsx'
import { useFailed } from './use-failed.ts'

const noticesOf = (ws: string, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['notices', ws, language],
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
    queryFn: ({ pageParam }) => {
      const query = { language, ...(pageParam === '' ? {} : { before: pageParam }) }
      return answered(api.GET('/api/w/{ws}/notices', { params: { path: { ws }, query } }))
    },
  })
type Notice = Awaited<ReturnType<NonNullable<ReturnType<typeof noticesOf>['queryFn']>>>['notices'][number]

export interface NoticesSheetProps {
  ws: string
  /** As it is known now: where it changes, the list is asked for again. */
  unread: number
  onUnread: (unread: number) => void
  onClose: () => void
}

/** What the person was told, newest first. */
export function NoticesSheet({ ws, unread, onUnread, onClose }: NoticesSheetProps) {
  const t = useMessages(noticeMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const failed = useFailed()
  const queries = useQueryClient()
  const list = useInfiniteQuery(noticesOf(ws, language))
  const { data, error, refetch } = list
  // Another number says that there is something else to read.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['notices', ws] }), [queries, ws, unread])
  const mark = useMutation({
    mutationFn: (notices?: string[]) =>
      answered(api.POST('/api/w/{ws}/notices/read', { params: { path: { ws } }, body: notices ? { notices } : {} })),
    onSuccess: (left) => onUnread(left.unread),
    onError: failed,
  })
  const notices = data?.pages.flatMap((page) => page.notices)
  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title')}
      width={440}
      footer={
        unread > 0 && (
          <Button busy={mark.isPending} onClick={() => mark.mutate(undefined)}>
            {t('readAll')}
          </Button>
        )
      }
    >
      {error && !notices && <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />}
      {!error && !notices && (
        <Skeleton>
          <Bone className="h-40" />
        </Skeleton>
      )}
      {notices?.length === 0 && <EmptyState text={t('empty')} />}
      {notices && notices.length > 0 && (
        <ul className="-mx-2 flex flex-col gap-1">
          {notices.map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              ws={ws}
              onRead={() => mark.mutate([notice.id])}
              onLeave={onClose}
            />
          ))}
        </ul>
      )}
      <More list={list} label={t('more')} look="ghost" className="mt-2" />
    </Sheet>
  )
}

function NoticeRow({
  notice,
  ws,
  onRead,
  onLeave,
}: {
  notice: Notice
  ws: string
  onRead: () => void
  /** Somebody goes to what it is about. */
  onLeave: () => void
}) {
  const t = useMessages(noticeMessages)
  const format = useFormat()
  const { role } = useWorkspace()
  const { at, title, detail, read, journey, member } = notice
  const go = () => {
    if (!read) onRead()
    onLeave()
  }
  const link = 'rounded-chip text-brand-text hover:underline'
  return (
    <li className={classes('rounded-card px-2 py-2.5', !read && 'bg-brand-soft')}>
      <div className="flex items-start gap-2">
        <p className={classes('min-w-0 flex-1 whitespace-pre-line', read ? 'text-ink-2' : 'font-medium text-ink')}>
          {!read && <span className="sr-only">{t('unread')} </span>}
          {title}
        </p>
        <time dateTime={at} title={format.fullDateTime(at)} className="shrink-0 text-ink-3 text-secondary">
          {format.nearDateTime(at)}
        </time>
      </div>
      <p className="mt-0.5 text-ink-2 text-secondary">{detail}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-3 text-secondary">
        {journey && (
          <Link href={`/w/${ws}/journeys/${journey.key}`} className={link} onClick={go}>
            {t('toJourney')}
          </Link>
        )}
        {member !== null && isAtLeast(role, 'analyst') && (
          <Link href={`/w/${ws}/members/${member}`} className={link} onClick={go}>
            {t('toMember')}
          </Link>
        )}
        {!read && (
          <button type="button" className="rounded-chip text-ink-2 hover:text-ink hover:underline" onClick={onRead}>
            {t('read')}
          </button>
        )}
      </div>
    </li>
  )
}
