import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CircleAlert, LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Rule } from '../../../engine/core/rules/rule.ts'
import { Problem } from '../../api/problem.ts'
import { MoreRow } from '../../app/more.tsx'
import { rate } from '../../format/number.ts'
import { useFormat } from '../../format/use-format.ts'
import { Card } from '../../kit/card.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Icon } from '../../kit/icon.tsx'
import { useRested } from '../../kit/use-rested.ts'
import { useMessages } from '../../locale/messages.ts'
import { PeopleTable } from '../members/people-table.tsx'
import { segmentMessages } from './locale.ts'
import { countOf, peopleOfRule } from './queries.ts'

const EVERYBODY: Rule = { all: [] }

/** Under a builder: how many members the rule holds for, while it is written. */
export function LiveCount({ ws, rule }: { ws: string; rule: Rule | undefined }) {
  const t = useMessages(segmentMessages)
  const format = useFormat()
  const rested = useRested(rule)
  const count = useQuery({ ...countOf(ws, rested ?? EVERYBODY), enabled: rested !== undefined })
  const everybody = useQuery(countOf(ws, EVERYBODY))
  const line = (mark: ReactNode, text: string) => (
    <p role="status" className="flex items-center gap-1.5 text-ink-2 text-secondary">
      {mark}
      {text}
    </p>
  )
  const alert = <Icon of={CircleAlert} size="badge" className="text-warn" />
  if (rule === undefined) return line(null, t('incomplete'))
  if (count.error) {
    const slow = count.error instanceof Problem && count.error.code === 'too-slow'
    return line(alert, t(slow ? 'slow' : 'countFailed'))
  }
  if (count.data === undefined)
    return line(<Icon of={LoaderCircle} size="badge" className="animate-spin" />, t('counting'))
  const dot = <i aria-hidden className="size-1.5 rounded-full bg-ok" />
  const number = format.number(count.data)
  if (!everybody.data) return line(dot, t('countOnly', { count: number }))
  return line(dot, t('count', { count: number, share: rate(count.data / everybody.data) }))
}

/** The members a rule holds for, page by page. */
export function PeopleOfRule({ ws, rule }: { ws: string; rule: Rule }) {
  const t = useMessages(segmentMessages)
  const list = useInfiniteQuery(peopleOfRule(ws, useRested(rule)))
  const people = list.data?.pages.flatMap((page) => page.members)
  return (
    <Card title={t('people')} className="overflow-hidden">
      {list.error ? (
        <EmptyState
          text={t(list.error instanceof Problem && list.error.code === 'too-slow' ? 'slow' : 'countFailed')}
        />
      ) : (
        <PeopleTable ws={ws} people={people} empty={<EmptyState text={t('noPeople')} />} />
      )}
      <MoreRow list={list} label={t('more')} space="py-3" />
    </Card>
  )
}
