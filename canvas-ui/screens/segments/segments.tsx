import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useLocation } from 'wouter'
import { ruleWords } from '../../../engine/core/rules/rule.locale.ts'
import { Rule } from '../../../engine/core/rules/rule.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Count } from '../../kit/number.tsx'
import { Table } from '../../kit/table.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { segmentMessages } from './locale.ts'
import { countOf, type Segment, segmentsOf } from './queries.ts'

/** Segments by name: what they ask, how many they hold for, and the journeys that use them. */
export function Segments() {
  const t = useMessages(segmentMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws, role } = useWorkspace()
  const [, go] = useLocation()
  const list = useQuery(segmentsOf(ws))
  const create = isAtLeast(role, 'analyst') && (
    <Button look="primary" icon={Plus} onClick={() => go(`/w/${ws}/segments/new`)}>
      {t('create')}
    </Button>
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={t('segments')} note={list.data && <Count of={list.data.length} />}>
        {list.data && list.data.length > 0 && create}
      </PageHead>
      {list.error && !list.data ? (
        <ErrorState title={t('listFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <section className="shrink-0 overflow-hidden rounded-card border border-border bg-surface">
          <Table<Segment>
            label={t('segments')}
            lines={2}
            rows={list.data}
            rowKey={(segment) => segment.key}
            rowName={(segment) => segment.name}
            open={(segment) => `/w/${ws}/segments/${segment.key}`}
            empty={<EmptyState text={t('none')} action={create} />}
            columns={[
              {
                key: 'name',
                head: t('name'),
                width: 240,
                cell: (segment) => <span className="font-medium">{segment.name}</span>,
                second: (segment) => segment.key,
              },
              { key: 'rule', head: t('rule'), cell: ({ rule }) => <RuleText rule={rule} language={language} /> },
              {
                key: 'size',
                head: t('size'),
                numeric: true,
                width: 110,
                cell: ({ rule }) => <Size ws={ws} rule={rule} />,
              },
              {
                key: 'used',
                head: t('usedBy'),
                width: 220,
                cell: ({ usedBy }) =>
                  usedBy.length === 0 ? (
                    <span className="text-ink-3">{t('unused')}</span>
                  ) : (
                    usedBy.map((journey) => journey.name).join(language === 'en' ? ', ' : '、')
                  ),
              },
            ]}
          />
        </section>
      )}
    </div>
  )
}

function RuleText({ rule, language }: { rule: unknown; language: ReturnType<typeof useLanguage> }) {
  const parsed = Rule.safeParse(rule).data
  const words = parsed ? ruleWords(parsed, language) : ''
  return (
    <span className="text-ink-2" title={words}>
      {words}
    </span>
  )
}

function Size({ ws, rule }: { ws: string; rule: unknown }) {
  const parsed = Rule.safeParse(rule).data
  const count = useQuery({ ...countOf(ws, parsed ?? { any: [] }), enabled: parsed !== undefined })
  return <Count of={count.data ?? null} />
}
