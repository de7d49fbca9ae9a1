import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation, useParams } from 'wouter'
import { differenceOf, isNone } from '../../../engine/core/journey/difference.ts'
import { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Count } from '../../kit/number.tsx'
import { Time } from '../../kit/time.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { BudgetPlans } from '../journey/budgets.tsx'
import { Differences } from '../journey/differences.tsx'
import { Findings } from '../journey/findings.tsx'
import { insideMessages } from '../journey/inside-locale.ts'
import { Decisions } from './decisions.tsx'
import { approvalMessages } from './locale.ts'
import { approvalOf, type OpenedApproval } from './queries.ts'
import { ApprovalState } from './state-chip.tsx'

/** One request: what is to be published, for whom and why, and the word of the second person. */
export function ApprovalPage() {
  const t = useMessages(approvalMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const [, go] = useLocation()
  const { approval = '' } = useParams<{ approval: string }>()
  const { data: one, error, refetch } = useQuery({ ...approvalOf(ws, approval, language), refetchOnMount: 'always' })
  if (!one)
    return error ? <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} /> : null
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={one.journey.name} back={`/w/${ws}/approvals`} note={<ApprovalState state={one.state} />}>
        <Button onClick={() => go(`/w/${ws}/approvals/${one.id}/drawing`)}>{t('drawing')}</Button>
        <Decisions ws={ws} of={one} />
      </PageHead>
      <div className="flex max-w-[880px] flex-col gap-4">
        <Standing of={one} />
        {one.now && one.now.problems.length > 0 && (
          <Findings kind="problem" title={t('cannot')} found={one.now.problems} />
        )}
        <Facts of={one} />
        <Changes of={one} />
        {one.now && one.now.budgets.length > 0 && (
          <Card className="px-4 py-3">
            <BudgetPlans plans={one.now.budgets} />
          </Card>
        )}
        {one.now && one.now.warnings.length > 0 && (
          <Findings kind="warning" title={t('warnings', { count: one.now.warnings.length })} found={one.now.warnings} />
        )}
      </div>
    </div>
  )
}

/** How it ended, or whom it waits for. */
function Standing({ of: one }: { of: OpenedApproval }) {
  const t = useMessages(approvalMessages)
  const who = one.decidedBy ?? ''
  const at = one.decidedAt && <Time at={one.decidedAt} />
  switch (one.state) {
    case 'approved':
      return (
        <Notice tone="ok" title={t('isApproved', { who, version: one.version ?? 0 })}>
          {at}
        </Notice>
      )
    case 'rejected':
      return (
        <Notice tone="bad" title={t('isRejected', { who })}>
          {one.answer} · {at}
        </Notice>
      )
    case 'withdrawn':
      return <Notice title={t('isWithdrawn', { who })}>{at}</Notice>
    case 'overtaken':
      return <Notice title={t('isOvertaken')}>{at}</Notice>
    case 'asked':
      if (one.allowed.includes('approve')) return null
      return <Notice title={t(one.allowed.includes('withdraw') ? 'isMine' : 'isOthers')} />
  }
}

function Facts({ of: one }: { of: OpenedApproval }) {
  const t = useMessages(approvalMessages)
  const inside = useMessages(insideMessages)
  const facts = [
    [t('asker'), one.askedBy],
    [t('askedAt'), <Time key="at" at={one.askedAt} />],
    [t('note'), one.note],
    [t('why'), one.reasons.map((reason) => <div key={reason.why}>{reason.text}</div>)],
    [t('size'), <Size key="size" of={one} />],
    ...(one.base === null
      ? []
      : [
          [
            t('inside'),
            one.now
              ? t('insidePeople', { count: one.now.people, what: inside(one.inFlight.policy) })
              : inside(one.inFlight.policy),
          ] as const,
        ]),
  ] as const
  return (
    <Card title={t('facts')}>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-2 px-4 pb-4">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="wrap-anywhere text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** How many it would let in: when it was asked for, and now. */
function Size({ of: { audience, now } }: { of: OpenedApproval }) {
  const t = useMessages(approvalMessages)
  const today = now && now.problems.length === 0 ? now.audience?.size : undefined
  if (audience === null) return t('notCounted')
  return (
    <>
      {t('sizeThen')} <Count of={audience} />
      {today !== undefined && (
        <>
          {' · '}
          {t('sizeNow')} <Count of={today} />
        </>
      )}
    </>
  )
}

/** What changes for those who enter: against the version that was live when it was asked for. */
function Changes({ of: { document, before, base } }: { of: OpenedApproval }) {
  const t = useMessages(approvalMessages)
  const [mine, live] = useMemo(
    () => [document, before].map((one) => JourneyDocument.safeParse(one).data),
    [document, before],
  )
  const difference = useMemo(() => mine && live && differenceOf(mine, live), [mine, live])
  return (
    <Card title={t('changes')} note={base !== null && t('changesNote', { number: base })}>
      <div className="px-4 pb-4 text-ink-2">
        {!difference ? (
          t('first', { count: mine?.nodes.length ?? 0 })
        ) : isNone(difference) ? (
          t('noChanges')
        ) : (
          <Differences of={difference} only={{ mine: t('added'), theirs: t('removed') }} />
        )}
      </div>
    </Card>
  )
}
