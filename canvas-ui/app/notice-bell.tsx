import { useQueryClient } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useFormat } from '../format/use-format.ts'
import { classes } from '../kit/classes.ts'
import { Icon } from '../kit/icon.tsx'
import { Tooltip } from '../kit/tooltip.tsx'
import { useMessages } from '../locale/messages.ts'
import { approvalsKey } from '../screens/approvals/queries.ts'
import { useSession } from './session.tsx'
import { shellMessages } from './shell-locale.ts'

const NoticesSheet = lazy(async () => ({ default: (await import('./notices-sheet.tsx')).NoticesSheet }))

/** How many of the person's notices are unread, as it changes; undefined until it is known. */
function useUnread(ws: string, person: string) {
  const [unread, setUnread] = useState<number>()
  const { ended } = useSession()
  const queries = useQueryClient()
  useEffect(() => {
    // The server let go of who is signed out: whoever is back begins anew.
    if (ended) return
    let gone = false
    let leave = () => {
      gone = true
    }
    let known: number | undefined
    // Fetched after the screen is there: nothing else on most screens is told live.
    void import('../api/live.ts').then(({ watch }) => {
      if (gone) return
      leave = watch({ topic: 'notices', ws, key: person }, (message) => {
        const told = message as { unread?: unknown } // not described by the API, so it is looked at
        if (typeof told.unread !== 'number' || told.unread === known) return
        setUnread(told.unread)
        // Who asks for approval, and what was decided, is told by a notice.
        if (known !== undefined) void queries.invalidateQueries({ queryKey: approvalsKey(ws) })
        known = told.unread
      })
    })
    return () => leave()
  }, [queries, ws, person, ended])
  return [unread, setUnread] as const
}

/** A bell with the number of unread notices, which opens the list of them. */
export function NoticeBell({ ws, person, rail }: { ws: string; person: string; rail: boolean }) {
  const t = useMessages(shellMessages)
  const format = useFormat()
  const [unread = 0, setUnread] = useUnread(ws, person)
  const [open, setOpen] = useState(false)
  const name = unread > 0 ? t('noticesUnread', { n: unread }) : t('notices')
  const count = unread > 99 ? '99+' : format.number(unread)
  const button = (
    <button
      type="button"
      aria-label={name}
      aria-haspopup="dialog"
      onClick={() => setOpen(true)}
      className={classes(
        'relative flex h-8 shrink-0 items-center rounded-control text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink',
        rail ? 'w-8 justify-center' : 'w-full gap-2.5 px-2 text-left',
      )}
    >
      <Icon of={Bell} />
      {!rail && <span className="min-w-0 flex-1 truncate">{t('notices')}</span>}
      {unread > 0 && (
        <span
          aria-hidden
          className={classes(
            'rounded-full bg-brand px-1.5 text-meta text-on-brand tabular-nums',
            rail && 'absolute -top-1 -right-1 px-1 leading-3.5',
          )}
        >
          {count}
        </span>
      )}
    </button>
  )
  return (
    <>
      {rail ? (
        <Tooltip text={name} side="right">
          {button}
        </Tooltip>
      ) : (
        button
      )}
      <span role="status" className="sr-only">
        {unread > 0 ? name : ''}
      </span>
      {open && (
        <Suspense>
          <NoticesSheet ws={ws} unread={unread} onUnread={setUnread} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
