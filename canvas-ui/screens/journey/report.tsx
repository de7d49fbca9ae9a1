import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FileDown } from 'lucide-react'
import { useContext } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { localDate } from '../../../engine/core/time/zone.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { BarLine } from '../../app/heads.tsx'
import { useWorkspace } from '../../app/session.tsx'
import { rate } from '../../format/number.ts'
import { ShownZone, useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import type { DayRange } from '../../kit/calendar.tsx'
import { Card } from '../../kit/card.tsx'
import { DateRangeInput } from '../../kit/date-range-input.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { type KeyFigure, KeyFigures } from '../../kit/key-figure.tsx'
import { Menu, MenuItem } from '../../kit/menu.tsx'
import { Count } from '../../kit/number.tsx'
import { Select } from '../../kit/select.tsx'
import { useMessages } from '../../locale/messages.ts'
import { JourneyBar } from './bar.tsx'
import { BudgetBars } from './budgets.tsx'
import { DaysChart } from './days-chart.tsx'
import { everyDay } from './every-day.ts'
import { Funnel } from './funnel.tsx'
import { Goals } from './goals.tsx'
import { Loading } from './loading.tsx'
import { journeyMessages } from './locale.ts'
import { NodeTable } from './node-table.tsx'
import { type Journey, journeyOf, type Place, type Report } from './queries.ts'
import { reportMessages } from './report-locale.ts'
import { JourneyTrials } from './trials.tsx'
import { VersionsTable } from './versions-table.tsx'

const DAY_MS = 86_400_000
const SHOWN_DAYS = 30
const REPORT_MS = 30_000
const NO_GOALS: Report['goals'] = []
/** Stands for all versions in the list of them. */
const ALL = 'all'

/** What became of the people of a journey, at `/journeys/:key/report`. */
export function JourneyReport() {
  const t = useMessages(journeyMessages)
  const problemText = useProblemText()
  const { key = '' } = useParams<{ key: string }>()
  const { key: ws } = useWorkspace()
  const opened = useQuery(journeyOf({ ws, key }))
  if (opened.data) return <Reported ws={ws} journey={opened.data} />
  return opened.error ? (
    <ErrorState title={t('failed')} safe={problemText(opened.error)} onRetry={() => void opened.refetch()} />
  ) : (
    <Loading back={`/w/${ws}/journeys`} />
  )
}

/** What the report is about, as the address says it: 30 days to today, all versions. */
function useScope() {
  const zone = useContext(ShownZone)
  const [params, setParams] = useSearchParams()
  const now = Date.now()
  const from = params.get('from') ?? localDate(now - (SHOWN_DAYS - 1) * DAY_MS, zone)
  const to = params.get('to') ?? localDate(now, zone)
  const version = params.get('version')
  const set = (changed: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changed)) {
          if (value === null) next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  return { from, to, version, set }
}

function Reported({ ws, journey }: { ws: string; journey: Journey }) {
  const t = useMessages(reportMessages)
  const problemText = useProblemText()
  const { from, to, version, set } = useScope()
  const query = { from, to, ...(version !== null && { version: Number(version) }) }
  const report = useQuery({
    queryKey: ['report', ws, journey.key, query],
    queryFn: () =>
      answered(api.GET('/api/w/{ws}/journeys/{key}/report', { params: { path: { ws, key: journey.key }, query } })),
    enabled: journey.live !== null,
    placeholderData: keepPreviousData,
    refetchInterval: REPORT_MS,
  })
  const address = new URLSearchParams({ from, to, ...(version !== null && { version }) })
  const csv = (rows: 'nodes' | 'days' | 'versions' | 'goals') =>
    location.assign(`/api/w/${ws}/journeys/${journey.key}/report.csv?${address}&rows=${rows}`)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <JourneyBar journey={journey} view="report" onRename={undefined}>
        {journey.live && (
          <>
            <BarLine />
            <DateRangeInput range={{ from, to }} onChange={(range) => set({ from: range.from, to: range.to })} />
            <Select
              aria-label={t('version')}
              className="w-32"
              value={version ?? ALL}
              onChange={(next) => set({ version: next === ALL ? null : next })}
              choices={[
                { value: ALL, label: t('allVersions') },
                ...journey.versions.map(({ number }) => ({
                  value: String(number),
                  label: t('versionName', { number }),
                })),
              ]}
            />
            <Menu trigger={<Button icon={FileDown}>{t('export')}</Button>}>
              <MenuItem onSelect={() => csv('nodes')}>{t('exportNodes')}</MenuItem>
              <MenuItem onSelect={() => csv('days')}>{t('exportDays')}</MenuItem>
              <MenuItem onSelect={() => csv('versions')}>{t('exportVersions')}</MenuItem>
              <MenuItem onSelect={() => csv('goals')}>{t('exportGoals')}</MenuItem>
            </Menu>
          </>
        )}
      </JourneyBar>
      {!journey.live ? (
        <EmptyState text={t('nothing')} />
      ) : report.error && !report.data ? (
        <ErrorState title={t('failed')} safe={problemText(report.error)} onRetry={() => void report.refetch()} />
      ) : (
        <Pages
          place={{ ws, key: journey.key }}
          versions={journey.versions}
          version={version === null ? undefined : Number(version)}
          report={report.data}
          range={{ from, to }}
        />
      )}
    </div>
  )
}

function Pages({
  place,
  versions,
  version,
  report,
  range,
}: {
  place: Place
  versions: Journey['versions']
  version: number | undefined
  report: Report | undefined
  range: DayRange
}) {
  const t = useMessages(reportMessages)
  return (
    <section
      aria-label={t('report')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus of a keyboard
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-6 focus-visible:-outline-offset-2"
    >
      <div className="shrink-0">
        <KeyFigures figures={useFigures(report?.totals)} />
      </div>
      {report && report.budgets.length > 0 && (
        <Card title={t('budgets')} note={t('budgetsNote')} className="shrink-0">
          <BudgetBars budgets={report.budgets} className="px-4 pb-4" />
        </Card>
      )}
      <Goals place={place} version={version} goals={report?.goals ?? NO_GOALS} />
      <div className="grid grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] shrink-0 gap-4">
        <Card title={t('funnel')} note={t('funnelNote')}>
          <Funnel report={report} />
        </Card>
        <div className="flex flex-col gap-4">
          <Card title={t('perDay')} note={t('perDayNote')}>
            <DaysChart days={report && everyDay(report.days, range)} />
          </Card>
          <Card title={t('perVersion')}>
            <VersionsTable rows={report?.versions} versions={versions} />
          </Card>
        </div>
      </div>
      <JourneyTrials place={place} />
      <Card title={t('perNode')} note={t('perNodeNote')} className="shrink-0">
        <NodeTable nodes={report?.nodes} />
      </Card>
    </section>
  )
}

function useFigures(totals: Report['totals'] | undefined): KeyFigure[] {
  const t = useMessages(reportMessages)
  const format = useFormat()
  const number = (of: number | undefined) => <Count of={of ?? null} />
  return [
    {
      label: t('entered'),
      value: number(totals?.entered),
      note: totals && totals.reversed > 0 && t('reversedNote', { count: totals.reversed }),
    },
    {
      label: t('completed'),
      value: number(totals?.completed),
      mark: 'ok',
      note: totals && totals.entered > 0 && t('ofEntered', { rate: rate(totals.completed / totals.entered) }),
    },
    {
      label: t('inside'),
      value: number(totals?.inside),
      note: totals && t('insideNote', { waiting: format.number(totals.waiting), failed: format.number(totals.failed) }),
    },
    {
      label: t('failedPeople'),
      value: number(totals?.failed),
      tone: totals && totals.failed > 0 ? 'bad' : 'plain',
      note: t('failedNote'),
    },
    { label: t('today'), value: number(totals?.today), note: t('todayNote') },
  ]
}
