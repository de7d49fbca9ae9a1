import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { durationWords } from '../../../engine/core/time/duration.locale.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { useFailed } from '../../app/use-failed.ts'
import { fullNumber, NONE, rate, ratePoints } from '../../format/number.ts'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Chip } from '../../kit/chip.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Count } from '../../kit/number.tsx'
import { type Column, Table } from '../../kit/table.tsx'
import { toast } from '../../kit/toast.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import type { Place, Trials } from './queries.ts'
import { trialMessages } from './trials-locale.ts'

type Trial = Trials['trials'][number]
type Arm = Trial['arms'][number]

const TRIALS_MS = 60_000
const trialsKey = ({ ws, key }: Place) => ['trials', ws, key]

/** Every test of the live version: a table of its arms, what can be said of them by now, and who gets the newcomers. */
export function JourneyTrials({ place }: { place: Place }) {
  const t = useMessages(trialMessages)
  const problemText = useProblemText()
  const trials = useQuery({
    queryKey: trialsKey(place),
    queryFn: () => answered(api.GET('/api/w/{ws}/journeys/{key}/trials', { params: { path: place } })),
    refetchInterval: TRIALS_MS,
  })
  if (trials.error && !trials.data)
    return <ErrorState title={t('failed')} safe={problemText(trials.error)} onRetry={() => void trials.refetch()} />
  return trials.data?.trials.map((trial) => <TrialCard key={trial.node} place={place} trial={trial} />)
}

function usePick(place: Place, node: string) {
  const t = useMessages(trialMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (arm: string | null) =>
      answered(
        api.POST('/api/w/{ws}/journeys/{key}/trials/{node}/winner', {
          params: { path: { ...place, node } },
          body: { arm },
        }),
      ),
    onSuccess: ({ arm }) => toast.done(t(arm === null ? 'takenBack' : 'picked')),
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: trialsKey(place) }),
  })
}

function TrialCard({ place, trial }: { place: Place; trial: Trial }) {
  const t = useMessages(trialMessages)
  const language = useLanguage()
  const format = useFormat()
  const { role } = useWorkspace()
  const pick = usePick(place, trial.node)
  const picks = isAtLeast(role, 'operator')
  const columns = useColumns(trial)
  const pickColumn: Column<Arm> = {
    key: 'pick',
    head: '',
    width: 116,
    cell: (arm) =>
      arm.id !== trial.winner?.arm && (
        <Button
          look="link"
          size="dense"
          aria-label={t('pickNamed', { name: arm.name })}
          disabled={pick.isPending}
          onClick={() => pick.mutate(arm.id)}
        >
          {t('pick')}
        </Button>
      ),
  }
  const within = durationWords(trial.within, language)
  return (
    <Card
      title={trial.name}
      note={t('note', { event: trial.event, within, since: format.dateTime(trial.since) })}
      className="shrink-0"
    >
      <div className="px-4 pb-3">
        <Standing trial={trial} onTakeBack={picks ? () => pick.mutate(null) : undefined} />
      </div>
      <Table
        label={trial.name}
        rows={trial.arms}
        rowKey={(arm) => arm.id}
        rowName={(arm) => arm.name}
        columns={picks ? [...columns, pickColumn] : columns}
      />
    </Card>
  )
}

/** What can be said by now. */
function Standing({ trial, onTakeBack }: { trial: Trial; onTakeBack: (() => void) | undefined }) {
  const t = useMessages(trialMessages)
  const format = useFormat()
  const { winner, best, judged, undecided, sampleRatio, dueAt, minimum, picks } = trial
  const nameOf = (id: string) => trial.arms.find((arm) => arm.id === id)?.name ?? id
  if (winner) {
    const by = winner.by === 'clock' ? t('byClock') : t('byPerson', { name: winner.by })
    return (
      <Notice
        tone="ok"
        title={t('won', { name: nameOf(winner.arm) })}
        action={
          onTakeBack && (
            <Button look="link" size="dense" onClick={onTakeBack}>
              {t('takeBack')}
            </Button>
          )
        }
      >
        {t('wonDetail', { by, date: format.dateTime(winner.at) })}
      </Notice>
    )
  }
  if (sampleRatio.mismatch)
    return (
      <Notice tone="warn" title={t('mismatch')}>
        {t('mismatchDetail', { p: sampleRatio.p.toPrecision(2) })}
      </Notice>
    )
  if (!judged)
    return (
      <Notice title={t(picks === 'by-hand' ? 'untilByHand' : 'until', { date: format.dateTime(dueAt) })}>
        {t('untilDetail', { minimum: format.number(minimum) })}
      </Notice>
    )
  if (best !== null) return <Notice title={t('best', { name: nameOf(best) })}>{t('overDetail')}</Notice>
  return <Notice title={t(undecided === 'too-few' ? 'tooFew' : 'noDifference')}>{t('overDetail')}</Notice>
}

function useColumns({ winner, revenue }: Trial): Column<Arm>[] {
  const t = useMessages(trialMessages)
  const format = useFormat()
  const number = (key: string, head: string, of: (arm: Arm) => number): Column<Arm> => ({
    ...{ key, head, numeric: true, width: 92 },
    cell: (arm) => <Count of={of(arm)} />,
  })
  const share = (of: Arm) => (of.measured === 0 ? NONE : rate(of.conversions / of.measured))
  const each = (of: Arm) => (of.measured === 0 ? NONE : fullNumber(round(of.revenue / of.measured)))
  const lift = ({ lift: found }: Arm) => {
    if (!found) return NONE
    const { difference, low, high } = found
    const [by, interval] =
      revenue === null
        ? [ratePoints(difference), format.pointsInterval(low, high)]
        : [signed(difference), `${signed(low)} … ${signed(high)}`]
    return (
      <>
        {by} <span className="text-ink-3">{interval}</span>
      </>
    )
  }
  return [
    {
      key: 'arm',
      head: t('arm'),
      cell: (arm) => (
        <span className="flex items-center gap-2">
          <span className="truncate">{arm.name}</span>
          {arm.baseline && <Chip mark="none">{t('baseline')}</Chip>}
          {arm.id === winner?.arm && <Chip tone="ok">{t('winner')}</Chip>}
        </span>
      ),
    },
    number('drawn', t('drawn'), (arm) => arm.drawn),
    number('measured', t('measured'), (arm) => arm.measured),
    number('conversions', t('conversions'), (arm) => arm.conversions),
    { key: 'rate', head: t('rate'), numeric: true, width: 92, cell: share },
    ...(revenue === null ? [] : [{ key: 'each', head: t('each'), numeric: true, width: 130, cell: each }]),
    { key: 'lift', head: t('lift'), numeric: true, width: 230, cell: lift },
  ]
}

const round = (value: number) => Math.round(value * 100) / 100
const signed = (value: number) => `${round(value) > 0 ? '+' : ''}${fullNumber(round(value))}`
