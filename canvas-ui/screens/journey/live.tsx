import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Redirect, useLocation, useParams } from 'wouter'
import { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { BarLine } from '../../app/heads.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { RunningCanvas } from '../../canvas/running-canvas.tsx'
import { NONE, rate } from '../../format/number.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { KeyFigures } from '../../kit/key-figure.tsx'
import { Count } from '../../kit/number.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { addressOf, JourneyBar } from './bar.tsx'
import { BudgetBars } from './budgets.tsx'
import { openOf, shareOf } from './goal-shares.ts'
import { LiveStatus, useLiveCounts } from './live-counts.tsx'
import { liveMessages } from './live-locale.ts'
import { Loading } from './loading.tsx'
import { journeyMessages } from './locale.ts'
import { Moving } from './moving.tsx'
import { Orders } from './orders.tsx'
import { PeopleHere } from './people-here.tsx'
import { type Counts, type Journey, journeyOf } from './queries.ts'

/** States pass without anybody here doing something: a journey that stops has stopped some time later. */
const STATE_MS = 5_000

/** The running view of a journey, at `/journeys/:key`. */
export function LiveJourney() {
  const t = useMessages(journeyMessages)
  const problemText = useProblemText()
  const { key = '' } = useParams<{ key: string }>()
  const { key: ws, role } = useWorkspace()
  const opened = useQuery({ ...journeyOf({ ws, key }), refetchInterval: STATE_MS })
  const journey = opened.data
  const rename = useRename(ws, key)
  const document = useMemo(() => JourneyDocument.safeParse(journey?.live?.document).data, [journey?.live?.document])
  if (!journey)
    return opened.error ? (
      <ErrorState title={t('failed')} safe={problemText(opened.error)} onRetry={() => void opened.refetch()} />
    ) : (
      <Loading back={`/w/${ws}/journeys`} />
    )
  const edits = isAtLeast(role, 'operator') && journey.allowed.includes('edit')
  // What is remembered may be of before it was published.
  if (!journey.live && edits && opened.isFetching) return <Loading back={`/w/${ws}/journeys`} />
  if (!journey.live && edits) return <Redirect to={addressOf(ws, key, 'edit')} replace />
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <JourneyBar journey={journey} view="live" onRename={edits ? rename.mutate : undefined}>
        {isAtLeast(role, 'operator') && (
          <>
            <BarLine />
            <Orders ws={ws} journey={journey} />
          </>
        )}
        {edits && <EditButton ws={ws} journey={journey} />}
      </JourneyBar>
      <Moving ws={ws} journey={journey} />
      {document ? <Running ws={ws} journey={journey} document={document} /> : <EmptyState text={t('notPublished')} />}
    </div>
  )
}

function useRename(ws: string, key: string) {
  const t = useMessages(journeyMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (name: string) =>
      answered(api.PATCH('/api/w/{ws}/journeys/{key}', { params: { path: { ws, key } }, body: { name } })),
    onSuccess: (journey) => {
      queries.setQueryData(journeyOf({ ws, key }).queryKey, journey)
      toast.done(t('renamed', { name: journey.name }))
    },
    onError: (error) => toast.failed(problemText(error)),
  })
}

function EditButton({ ws, journey }: { ws: string; journey: Journey }) {
  const t = useMessages(journeyMessages)
  const [, go] = useLocation()
  const next = (journey.live?.version ?? 0) + 1
  return (
    <Button look="primary" icon={Pencil} onClick={() => go(addressOf(ws, journey.key, 'edit'))}>
      {journey.hasDraft ? t('editDraft', { number: next }) : t('edit')}
    </Button>
  )
}

const NOBODY: Counts['nodes'] = {}

function Running({ ws, journey, document }: { ws: string; journey: Journey; document: JourneyDocument }) {
  const { role } = useWorkspace()
  const [node, setNode] = useState<string>()
  const { counts, state } = useLiveCounts({ ws, key: journey.key })
  const shown = useMemo(() => ({ nodes: counts?.nodes ?? NOBODY, totals: counts?.totals ?? { entered: 0 } }), [counts])
  const looked = document.nodes.find(({ id }) => id === node)
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <Totals totals={counts?.totals} goal={counts?.goals[0]} />
        {counts && counts.budgets.length > 0 && (
          <BudgetBars budgets={counts.budgets} className="border-border border-b bg-surface px-4 py-2.5" />
        )}
        <div className="min-h-0 flex-1">
          <RunningCanvas
            document={document}
            counts={shown}
            node={node}
            onNode={setNode}
            status={<LiveStatus state={state} at={counts?.at} />}
          />
        </div>
      </div>
      {looked && isAtLeast(role, 'analyst') && (
        <PeopleHere
          key={looked.id}
          place={{ ws, key: journey.key }}
          node={looked}
          counts={counts?.nodes[looked.id]}
          onClose={() => setNode(undefined)}
        />
      )}
    </div>
  )
}

function Totals({ totals, goal }: { totals: Counts['totals'] | undefined; goal: Counts['goals'][number] | undefined }) {
  const t = useMessages(liveMessages)
  const figure = (of: number | undefined) => <Count of={of ?? null} />
  return (
    <KeyFigures
      flat
      figures={[
        {
          label: t('entered'),
          value: figure(totals?.entered),
          note: totals && t('today', { count: totals.today }),
        },
        { label: t('inside'), value: figure(totals?.inside), note: t('insideNote') },
        { label: t('waiting'), value: figure(totals?.waiting), mark: 'brand', note: t('waitingNote') },
        {
          label: t('failed'),
          value: figure(totals?.failed),
          tone: totals && totals.failed > 0 ? 'bad' : 'plain',
          note: t('failedNote'),
        },
        {
          label: t('gone'),
          value: figure(totals && totals.entered - totals.inside),
          mark: 'plain',
          note: t('goneNote'),
        },
        ...(goal
          ? [
              {
                label: t('goal'),
                value: figure(goal.reached),
                mark: 'ok' as const,
                note: <GoalNote goal={goal} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** Which goal, the share that reached it of those whose time is over, and how many may reach it yet. */
function GoalNote({ goal }: { goal: Counts['goals'][number] }) {
  const t = useMessages(liveMessages)
  const share = shareOf(goal)
  const open = openOf(goal)
  return (
    <>
      <div>{t('goalNote', { name: goal.name, rate: share === undefined ? NONE : rate(share) })}</div>
      {open > 0 && <div>{t('goalOpen', { count: open })}</div>}
    </>
  )
}
