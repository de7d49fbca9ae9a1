import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { FINISH } from '../../../engine/core/journey/in-flight.ts'
import { answered, api } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { Checkbox } from '../../kit/checkbox.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Count } from '../../kit/number.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { BudgetPlans } from './budgets.tsx'
import { Findings } from './findings.tsx'
import { Inside } from './inside.tsx'
import { insideMessages } from './inside-locale.ts'
import { publishMessages } from './publish-locale.ts'
import type { Check, Place } from './queries.ts'
import { type Saving, useSnapshot } from './saving/use-saving.ts'
import { askButton, SecondPerson, useAsking } from './second-person.tsx'

interface Published {
  readonly version: number
  readonly revision: number
}

/** What stands in the way of publishing, whom it will reach, and the word to go. The draft is saved first. */
export function PublishDialog({
  place,
  saving,
  isFirst,
  onNode,
  onPublished,
  onClose,
}: {
  place: Place
  saving: Saving
  /** Nothing is published of it yet. */
  isFirst: boolean
  /** A problem was clicked. */
  onNode: (node: string, field: string | undefined) => void
  onPublished: (published: Published) => void
  onClose: () => void
}) {
  const t = useMessages(publishMessages)
  const inside = useMessages(insideMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const [sure, setSure] = useState(false)
  const snapshot = useSnapshot(saving)
  const { document, revision } = snapshot.context
  const isSaved = snapshot.matches('saved')
  useEffect(() => saving.send({ type: 'save' }), [saving])
  const params = { path: place }
  const check = useQuery({
    queryKey: ['check', place.ws, place.key, revision, language],
    queryFn: () =>
      answered(
        api.POST('/api/w/{ws}/journeys/{key}/check', { params, headers: { 'accept-language': language }, body: null }),
      ),
    enabled: isSaved,
    staleTime: 0,
    gcTime: 0,
  })
  const [inFlight, setInFlight] = useState(FINISH)
  const rehearsal = useQuery({
    queryKey: ['inside', place.ws, place.key, revision, language, inFlight],
    queryFn: () =>
      answered(
        api.POST('/api/w/{ws}/journeys/{key}/in-flight/rehearse', {
          ...{ params, headers: { 'accept-language': language }, body: inFlight },
        }),
      ),
    enabled: isSaved && !isFirst,
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  const told = rehearsal.data
  const publish = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/w/{ws}/journeys/{key}/publish', {
          params: { ...params, header: { 'if-match': `"${revision}"` } },
          headers: { 'accept-language': language },
          body: { inFlight },
        }),
      ),
    onSuccess: onPublished,
  })
  const { problems = [], warnings = [], approval = [] } = check.data ?? {}
  const needed = problems.length === 0 && approval.length > 0
  const asking = useAsking(place, { revision, inFlight, needed })
  const isDecided = isFirst || (told && !rehearsal.isPlaceholderData && told.problems.length === 0)
  const mayPublish = isSaved && check.data && problems.length === 0 && (warnings.length === 0 || sure) && isDecided
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      width={560}
      title={t('publishTitle', { name: document.name })}
      description={t(isFirst ? 'publishFirst' : 'publishNext')}
      footer={
        needed ? (
          askButton(asking, !mayPublish)
        ) : (
          <Button look="primary" disabled={!mayPublish} busy={publish.isPending} onClick={() => publish.mutate()}>
            {t('publish')}
          </Button>
        )
      }
    >
      {!isSaved ? (
        <Notice title={t('saveFirst')}>{t('saveFirstHelp')}</Notice>
      ) : check.error ? (
        <Notice
          tone="bad"
          title={t('checkFailed')}
          action={
            <Button size="dense" onClick={() => void check.refetch()}>
              {t('recheck')}
            </Button>
          }
        >
          {problemText(check.error)}
        </Notice>
      ) : !check.data ? (
        <p role="status">{t('checking')}</p>
      ) : (
        <div className="flex flex-col gap-4">
          {problems.length === 0 && <Ready audience={check.data.audience} />}
          {problems.length > 0 && (
            <Findings
              kind="problem"
              title={t('problems', { count: problems.length })}
              found={problems}
              onNode={onNode}
            />
          )}
          {problems.length === 0 && rehearsal.error && (
            <Notice
              tone="bad"
              title={inside('failed')}
              action={
                <Button size="dense" onClick={() => void rehearsal.refetch()}>
                  {inside('again')}
                </Button>
              }
            >
              {problemText(rehearsal.error)}
            </Notice>
          )}
          <BudgetPlans plans={check.data.budgets} />
          {problems.length === 0 && told && told.people > 0 && (
            <Inside {...{ document, inFlight, told }} onChange={setInFlight} />
          )}
          {warnings.length > 0 && (
            <Findings
              kind="warning"
              title={t('warnings', { count: warnings.length })}
              help={t('warningsHelp')}
              found={warnings}
              onNode={onNode}
            />
          )}
          {problems.length === 0 && warnings.length > 0 && (
            <Checkbox label={t('confirmOdd')} checked={sure} onChange={setSure} />
          )}
          {needed && <SecondPerson {...{ place, asking }} reasons={approval} />}
          {publish.error && (
            <Notice tone="bad" title={problemText(publish.error)}>
              {publish.error instanceof Problem && publish.error.code === 'draft-changed' && t('changed')}
            </Notice>
          )}
        </div>
      )}
    </Dialog>
  )
}

function Ready({ audience }: { audience: Check['audience'] }) {
  const t = useMessages(publishMessages)
  return (
    <Notice tone="ok" title={t('ready')}>
      {audience === null ? (
        t('audienceNone')
      ) : (
        <span className="mt-1 flex items-baseline gap-2">
          <span className="shrink-0 whitespace-nowrap font-semibold text-figure text-ink">
            <Count of={audience.size} />
          </span>
          <span>
            {t('audience')} · {t('audienceNote')}
          </span>
        </span>
      )}
    </Notice>
  )
}
