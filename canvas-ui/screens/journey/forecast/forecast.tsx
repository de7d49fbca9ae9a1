import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { answered, api } from '../../../api/client.ts'
import { useProblemText } from '../../../api/problem-text.ts'
import { RunningCanvas } from '../../../canvas/running-canvas.tsx'
import { rate } from '../../../format/number.ts'
import { ShownZone, useFormat } from '../../../format/use-format.ts'
import { Cover } from '../../../kit/dialog.tsx'
import { ErrorState } from '../../../kit/error-state.tsx'
import { KeyFigures } from '../../../kit/key-figure.tsx'
import { Count, Money } from '../../../kit/number.tsx'
import { Segmented } from '../../../kit/segmented.tsx'
import { Bone, Skeleton } from '../../../kit/skeleton.tsx'
import { useMessages } from '../../../locale/messages.ts'
import { wordOf } from '../../../locale/word-of.ts'
import { DaysChart } from '../days-chart.tsx'
import { Budgets, PriceList, Refused } from './beside.tsx'
import { amountNames, forecastMessages } from './locale.ts'
import { costOf } from './prices.ts'
import { type Amounts, sumsOf, type Told, total } from './sums.ts'
import { usePrices } from './use-prices.ts'

const SPANS = ['7', '30', '90'] as const
type Span = (typeof SPANS)[number]

/** What a journey as it is drawn would do to the members there are: people on the canvas, messages, points and cost per day. */
export function Forecast({
  place,
  document,
  zone,
  onClose,
}: {
  place: { readonly ws: string; readonly key: string }
  document: JourneyDocument
  /** The workspace's, an IANA name. */
  zone: string
  onClose: () => void
}) {
  const t = useMessages(forecastMessages)
  const problemText = useProblemText()
  const [drawn] = useState(document)
  const [span, setSpan] = useState<Span>('30')
  const told = useQuery({
    queryKey: ['forecast', place.ws, place.key, span, drawn],
    queryFn: () =>
      answered(
        api.POST('/api/w/{ws}/journeys/{key}/forecast', {
          params: { path: place },
          body: { days: Number(span), document: drawn },
        }),
      ),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Cover
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { name: document.name })}
      description={t('safe')}
    >
      <ShownZone value={told.data?.zone ?? zone}>
        <div className="flex size-full min-h-0 flex-col">
          <div className="flex items-center gap-3 border-border border-b bg-surface px-4 py-2">
            <span className="text-ink-2 text-secondary">{t('ahead')}</span>
            <Segmented
              aria-label={t('ahead')}
              value={span}
              onChange={setSpan}
              choices={SPANS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
            />
            {told.isFetching && (
              <output aria-live="polite" className="text-ink-2 text-secondary">
                {t('working')}
              </output>
            )}
          </div>
          {told.error ? (
            <ErrorState title={t('failed')} safe={problemText(told.error)} onRetry={() => void told.refetch()} />
          ) : (
            <Foretold ws={place.ws} document={drawn} told={told.data} span={Number(span)} />
          )}
        </div>
      </ShownZone>
    </Cover>
  )
}

const NOBODY = { nodes: {}, totals: { entered: 0 } }

function Foretold({
  ws,
  document,
  told,
  span,
}: {
  ws: string
  document: JourneyDocument
  told: Told | undefined
  span: number
}) {
  const t = useMessages(forecastMessages)
  const names = useMessages(amountNames)
  const format = useFormat()
  const [node, setNode] = useState<string>()
  const trial = usePrices(ws)
  const sums = useMemo(() => sumsOf(told?.days ?? []), [told])
  const count = (of: number | undefined) => <Count of={told && of !== undefined ? of : null} />
  const cost = costOf(sums.messages, sums.points, trial.prices)
  const kinds = (amounts: Amounts) =>
    Object.entries(amounts)
      .map(([name, n]) => `${wordOf(names, amountNames, name)} ${format.number(n)}`)
      .join(' · ')
  return (
    <>
      <KeyFigures
        flat
        figures={[
          { label: t('entered'), value: count(told?.totals.entered) },
          { label: t('completed'), value: count(sums.completed) },
          {
            label: t('inside'),
            value: count(told?.totals.inside),
            note: told && t('insideNote', { waiting: told.totals.waiting, failed: told.totals.failed }),
          },
          { label: t('messages'), value: count(total(sums.messages)), note: kinds(sums.messages) },
          { label: t('points'), value: count(total(sums.points)), note: kinds(sums.points) },
          {
            label: t('cost'),
            value: <Money of={told ? cost : null} currency={trial.currency} />,
            note: t(cost === null ? 'noCost' : 'costNote'),
          },
        ]}
      />
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1">
          <RunningCanvas document={document} counts={told ?? NOBODY} node={node} onNode={setNode} />
        </div>
        <aside className="flex w-80 shrink-0 flex-col gap-4 overflow-y-auto border-border border-l bg-surface p-4 text-body">
          <p className="text-ink-2 text-secondary">{t('how', { count: span })}</p>
          {told && told.perMille < 1_000 && (
            <p className="text-ink-2 text-secondary">{t('part', { percent: rate(told.perMille / 1_000) })}</p>
          )}
          {told?.unforetold.map((id) => (
            <p key={id} className="text-ink-2 text-secondary">
              {t('unforetold', { name: document.nodes.find((one) => one.id === id)?.name ?? id })}
            </p>
          ))}
          <section aria-label={t('perDay')} className="-mx-4">
            <h3 className="px-4 pb-2 font-semibold text-ink">{t('perDay')}</h3>
            <DaysChart days={told?.days} />
          </section>
          {told ? (
            <Refused refused={told.refused} />
          ) : (
            <Skeleton>
              <Bone className="h-20 w-full" />
            </Skeleton>
          )}
          {told && <Budgets budgets={told.budgets} currency={trial.currency} />}
          {told && <PriceList sums={sums} trial={trial} />}
        </aside>
      </div>
    </>
  )
}
