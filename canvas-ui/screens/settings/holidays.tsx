import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import { localDate } from '../../../engine/core/time/zone.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { useFailed } from '../../app/use-failed.ts'
import { dayRange } from '../../format/time.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Combobox } from '../../kit/combobox.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Table } from '../../kit/table.tsx'
import { toast } from '../../kit/toast.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { saveAsFile } from '../journeys/files.ts'
import { SettingsFrame } from './frame.tsx'
import { HOLIDAY_NAMES_EN, holidayMessages } from './holiday-locale.ts'
import { rowsOf, type Stretch } from './holiday-rows.ts'
import { settingsMessages } from './locale.ts'
import { holidaysOf } from './queries.ts'
import { useUpload } from './upload-holidays.tsx'

type Known = Awaited<ReturnType<NonNullable<ReturnType<typeof holidaysOf>['queryFn']>>>

export function HolidaySettings() {
  const t = useMessages(settingsMessages)
  const words = useMessages(holidayMessages)
  const problemText = useProblemText()
  const { key: ws, role, zone } = useWorkspace()
  const { data: known, error, refetch } = useQuery(holidaysOf(ws))
  const thisYear = Number(localDate(Date.now(), zone).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const upload = useUpload(ws, setYear)
  const manages = isAtLeast(role, 'admin')
  const action = manages && (
    <Button look="primary" icon={Upload} busy={upload.busy} onClick={upload.choose}>
      {words('upload')}
    </Button>
  )
  const near = [thisYear, thisYear + 1]
  return (
    <SettingsFrame tab="holidays" action={action}>
      <p className="-mb-2 max-w-160 text-ink-2">{words('help')}</p>
      {error && !known && <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />}
      {near.map(
        (one) =>
          known &&
          !known.years.includes(one) && (
            <Notice key={one} tone="warn" title={words('unknownYear', { year: String(one) })}>
              {words('unknownYearHelp')}
            </Notice>
          ),
      )}
      {known && (
        <section className="flex flex-col gap-3">
          <YearBar {...{ ws, manages, known, year, setYear }} years={[...known.years, ...near]} />
          <YearTable known={known} year={year} />
        </section>
      )}
      {upload.element}
    </SettingsFrame>
  )
}

interface YearBarProps {
  readonly ws: string
  readonly manages: boolean
  readonly known: Known
  readonly years: readonly number[]
  readonly year: number
  readonly setYear: (year: number) => void
}

function YearBar({ ws, manages, known, years, year, setYear }: YearBarProps) {
  const t = useMessages(holidayMessages)
  const isOwn = known.own.includes(year)
  const isKnown = known.years.includes(year)
  const listed = [...new Set([...years, year])].sort((a, b) => b - a).map(String)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Combobox
        aria-label={t('year')}
        choices={listed.map((one) => ({ value: one, label: one }))}
        value={String(year)}
        onChange={(one) => setYear(Number(one))}
      />
      <Chip tone={isKnown ? 'plain' : 'warn'}>{t(isOwn ? 'own' : isKnown ? 'builtIn' : 'unknown')}</Chip>
      <span className="flex-1" />
      {manages && isOwn && <Forget ws={ws} year={year} />}
      {isKnown && (
        <Button icon={Download} title={t('downloadHelp')} onClick={() => download(known, year)}>
          {t('download')}
        </Button>
      )}
    </div>
  )
}

function YearTable({ known, year }: { known: Known; year: number }) {
  const t = useMessages(holidayMessages)
  const language = useLanguage()
  const said = (stretches: readonly Stretch[]) =>
    stretches
      .map(({ from, to }) => dayRange(from, to, `${year}-01-01`, language))
      .join(language === 'en' ? ', ' : '、') || t('none')
  return (
    <div className="overflow-hidden rounded-card border border-border bg-surface">
      <Table
        label={t('holiday')}
        rows={rowsOf(known.days, year)}
        rowKey={(row) => row.name}
        rowName={(row) => row.name}
        empty={<EmptyState text={t('noHolidays')} />}
        columns={[
          {
            key: 'name',
            head: t('holiday'),
            cell: ({ name }) => (language === 'en' ? (HOLIDAY_NAMES_EN[name] ?? name) : name),
          },
          { key: 'off', head: t('off'), cell: ({ off }) => said(off) },
          { key: 'days', head: t('days'), width: 80, numeric: true, cell: ({ days }) => days },
          { key: 'work', head: t('work'), cell: ({ work }) => said(work) },
        ]}
      />
    </div>
  )
}

function Forget({ ws, year }: { ws: string; year: number }) {
  const t = useMessages(holidayMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const forget = useMutation({
    mutationFn: () =>
      answered(api.DELETE('/api/w/{ws}/holidays/{year}', { params: { path: { ws, year: String(year) } } })),
    onSuccess: (known) => {
      toast.done(t('forgotten', { year: String(year) }))
      queries.setQueryData(holidaysOf(ws).queryKey, known)
    },
    onError: failed,
    onSettled: () => setAsking(false),
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('forget')}</Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('forgetTitle', { year: String(year) })}
        action={t('forget')}
        busy={forget.isPending}
        onConfirm={() => forget.mutate()}
      >
        {t('forgetHelp')}
      </Confirm>
    </>
  )
}

/** Saves a year as a file of the reader, as it is uploaded. */
const download = ({ days }: Known, year: number): void =>
  saveAsFile(`holidays-${year}.json`, { years: [year], days: days.filter(({ date }) => date.startsWith(`${year}-`)) })
