import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { More } from '../../app/more.tsx'
import { NONE, rate, ratePoints } from '../../format/number.ts'
import { useFormat } from '../../format/use-format.ts'
import { Card } from '../../kit/card.tsx'
import { Tag } from '../../kit/chip.tsx'
import { Sheet } from '../../kit/dialog.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Count } from '../../kit/number.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { type Column, Table } from '../../kit/table.tsx'
import { useMessages } from '../../locale/messages.ts'
import { missedBy, openOf, shareOf } from './goal-shares.ts'
import type { Place, Report } from './queries.ts'
import { reportMessages } from './report-locale.ts'

type Goal = Report['goals'][number]

/** Who reached the goals of a journey, and who would have anyway. A goal opens the people behind its numbers. */
export function Goals({
  place,
  version,
  goals,
}: {
  place: Place
  version: number | undefined
  goals: readonly Goal[]
}) {
  const t = useMessages(reportMessages)
  const format = useFormat()
  const [opened, setOpened] = useState<Goal>()
  if (goals.length === 0) return null
  const number = (key: string, head: string, of: (goal: Goal) => number): Column<Goal> => ({
    ...{ key, head, numeric: true, width: 96 },
    cell: (goal) => <Count of={of(goal)} />,
  })
  const share = (key: string, head: string, of: (goal: Goal) => number | undefined): Column<Goal> => ({
    ...{ key, head, numeric: true, width: 112 },
    cell: (goal) => {
      const value = of(goal)
      return value === undefined ? <span className="text-ink-3">{NONE}</span> : rate(value)
    },
  })
  const measured = goals.some((goal) => goal.heldOut.entered > 0)
  const lift = ({ lift: found }: Goal) =>
    found ? (
      <>
        {ratePoints(found.difference)}{' '}
        <span className="text-ink-3">{format.pointsInterval(found.low, found.high)}</span>
      </>
    ) : (
      NONE
    )
  const comparison: Column<Goal>[] = measured
    ? [
        number('heldOut', t('heldOut'), (goal) => goal.heldOut.entered),
        share('heldOutRate', t('heldOutRate'), (goal) => shareOf(goal.heldOut)),
        { key: 'lift', head: t('lift'), numeric: true, width: 210, cell: lift },
      ]
    : []
  return (
    <Card title={t('goals')} note={t('goalsNote')} className="shrink-0">
      <Table
        label={t('goals')}
        rows={goals}
        rowKey={(goal) => goal.id}
        rowName={(goal) => goal.name}
        open={(goal) => () => setOpened(goal)}
        columns={[
          {
            key: 'goal',
            head: t('goal'),
            cell: (goal) => (
              <span className="flex items-center gap-2">
                <span className="truncate">{goal.name}</span>
                {goal === goals[0] && <Tag>{t('primary')}</Tag>}
              </span>
            ),
          },
          number('entered', t('entered'), (goal) => goal.entered),
          number('reached', t('reached'), (goal) => goal.reached),
          number('missed', t('notReached'), missedBy),
          number('open', t('mayReach'), openOf),
          share('rate', t('reachedRate'), shareOf),
          {
            ...{ key: 'value', head: t('value'), numeric: true, width: 112 },
            cell: ({ value }) => (value === null ? <span className="text-ink-3">{NONE}</span> : format.number(value)),
          },
          ...comparison,
        ]}
      />
      {opened && <GoalPeople place={place} version={version} goal={opened} onClose={() => setOpened(undefined)} />}
    </Card>
  )
}

function GoalPeople({
  place,
  version,
  goal,
  onClose,
}: {
  place: Place
  version: number | undefined
  goal: Goal
  onClose: () => void
}) {
  const t = useMessages(reportMessages)
  const problemText = useProblemText()
  const format = useFormat()
  const [reached, setReached] = useState(true)
  const query = { reached: reached ? ('true' as const) : ('false' as const), ...(version !== undefined && { version }) }
  const list = useInfiniteQuery({
    queryKey: ['goal-people', place.ws, place.key, goal.id, query],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/w/{ws}/journeys/{key}/goals/{goal}/people', {
          params: {
            path: { ...place, goal: goal.id },
            query: { ...query, ...(pageParam !== null && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null, // null is the first page
    getNextPageParam: (page) => page.next,
  })
  const people = list.data?.pages.flatMap((page) => page.people)
  return (
    <Sheet open onOpenChange={(open) => open || onClose()} title={goal.name} description={t('goalPeople')}>
      <div className="flex flex-col gap-3">
        <Segmented
          aria-label={goal.name}
          value={reached ? 'reached' : 'missed'}
          onChange={(next) => setReached(next === 'reached')}
          choices={[
            { value: 'reached', label: t('reached') },
            { value: 'missed', label: t('notSoFar') },
          ]}
        />
        {list.error && !people ? (
          <ErrorState title={t('peopleFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
        ) : (
          <Table
            label={t('goalPeople')}
            rows={people}
            rowKey={(person) => person.enrolment}
            rowName={(person) => person.name ?? person.identity?.value ?? t('member', { id: person.member })}
            open={(person) => `/w/${place.ws}/members/${person.member}`}
            empty={t('nobody')}
            columns={[
              {
                key: 'who',
                head: t('person'),
                cell: (person) => (
                  <span className="flex items-center gap-2">
                    <span className="truncate">
                      {person.name ?? person.identity?.value ?? t('member', { id: person.member })}
                    </span>
                    {person.heldOut && <Tag>{t('heldOut')}</Tag>}
                  </span>
                ),
              },
              {
                ...{ key: 'at', head: reached ? t('reachedAt') : t('enteredAt'), width: 150 },
                cell: (person) => format.dateTime(person.at),
              },
              {
                ...{ key: 'value', head: t('value'), numeric: true, width: 96 },
                cell: ({ value }) => (value === null ? NONE : format.number(value)),
              },
            ]}
          />
        )}
        <More list={list} label={t('more')} look="link" />
      </div>
    </Sheet>
  )
}
