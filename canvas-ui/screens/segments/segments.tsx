import { useQuery } from '@tanstack/react-query'
import { ruleWords } from '../../../engine/core/rules/rule.locale.ts'
import { Rule } from '../../../engine/core/rules/rule.ts'
import { useWorkspace } from '../../app/session.tsx'
import { Count } from '../../kit/number.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { SetList } from '../sets/set-list.tsx'
import { segmentMessages } from './locale.ts'
import { countOf, type Segment, segmentsOf } from './queries.ts'

/** Segments by name: what they ask, how many they hold for, and the journeys that use them. */
export function Segments() {
  const t = useMessages(segmentMessages)
  const language = useLanguage()
  const { key: ws } = useWorkspace()
  const list = useQuery(segmentsOf(ws))
  return (
    <SetList<Segment>
      title={t('segments')}
      path="segments"
      widths={{ name: 240, usedBy: 220 }}
      columns={[
        { key: 'rule', head: t('rule'), cell: ({ rule }) => <RuleText rule={rule} language={language} /> },
        { key: 'size', head: t('size'), numeric: true, width: 110, cell: ({ rule }) => <Size ws={ws} rule={rule} /> },
      ]}
      {...{ list, t }}
    />
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
