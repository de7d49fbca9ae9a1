import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { compile } from '../../../../engine/core/journey/compile.ts'
import type { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { bindPlan } from '../../../../engine/core/journey/plan.ts'
import { type Edge, passageOf } from '../../../../engine/core/path-test/coverage.ts'
import { type PlayedTests, playTests } from '../../../../engine/core/path-test/play.ts'
import type { TestResult } from '../../../../engine/core/path-test/run.ts'
import { WEEKDAYS_ALONE } from '../../../../engine/core/time/calendar.ts'
import { calendarOf } from '../../../../engine/core/time/holidays.ts'
import { registry } from '../../../../nodes/definitions.ts'
import { useWorkspace } from '../../../app/session.tsx'
import { rate } from '../../../format/number.ts'
import { Button } from '../../../kit/button.tsx'
import { Chip } from '../../../kit/chip.tsx'
import { Sheet } from '../../../kit/dialog.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { KeyFigures } from '../../../kit/key-figure.tsx'
import { Count } from '../../../kit/number.tsx'
import { useLanguage } from '../../../locale/language.ts'
import { useMessages } from '../../../locale/messages.ts'
import { holidaysOf } from '../../settings/queries.ts'
import { pathTestMessages } from './locale.ts'
import { Parting } from './parting.tsx'
import { nodeName, outcomeName } from './passage.ts'

/** Plays the path tests that a journey carries against what is drawn: which pass, where others part, and what none goes through. */
export function PathTests({
  ws,
  document,
  onNode,
  onClose,
}: {
  ws: string
  document: JourneyDocument
  /** A node was clicked. */
  onNode: (node: string) => void
  onClose: () => void
}) {
  const t = useMessages(pathTestMessages)
  const { zone } = useWorkspace()
  // Weekdays alone are worked until it is known.
  const { data: calendar = WEEKDAYS_ALONE } = useQuery({ ...holidaysOf(ws), select: calendarOf })
  const played = useMemo(() => {
    const { plan, problems } = compile(document, registry, { zone, exists: () => true })
    if (!plan) return problems.filter(({ severity }) => severity === 'error').length
    return playTests(bindPlan(plan, registry), document.tests ?? [], calendar)
  }, [document, zone, calendar])
  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      width={680}
      title={t('title', { name: document.name })}
      description={t('safe')}
    >
      {typeof played === 'number' ? (
        <EmptyState text={t('faulty', { count: played })} />
      ) : (
        <div className="flex flex-col gap-5">
          <Summary {...played} />
          <ul className="flex flex-col divide-y divide-border rounded-card border border-border">
            {played.results.map((result) => (
              <Result key={result.test.name} document={document} result={result} />
            ))}
          </ul>
          <Uncovered document={document} edges={played.coverage.uncovered} onNode={onNode} />
        </div>
      )}
    </Sheet>
  )
}

function Summary({ results, coverage: { edges, uncovered } }: PlayedTests) {
  const t = useMessages(pathTestMessages)
  const failed = results.filter(({ differences }) => differences.length > 0).length
  const part = edges.length - uncovered.length
  return (
    <KeyFigures
      figures={[
        { label: t('passed'), value: <Count of={results.length - failed} /> },
        { label: t('failed'), value: <Count of={failed} />, tone: failed > 0 ? 'bad' : 'plain' },
        {
          label: t('covered'),
          value: edges.length === 0 ? rate(1) : rate(part / edges.length),
          note: t('coveredNote', { part, whole: edges.length }),
        },
      ]}
    />
  )
}

function Result({ document, result }: { document: JourneyDocument; result: TestResult }) {
  const t = useMessages(pathTestMessages)
  const { test, differences } = result
  const failed = differences.length > 0
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex items-start gap-2">
        <span className="min-w-0 flex-1 font-medium text-ink">{test.name}</span>
        <Chip tone={failed ? 'bad' : 'ok'}>{t(failed ? 'failed' : 'passed')}</Chip>
      </div>
      {test.note && <p className="text-ink-3 text-secondary">{test.note}</p>}
      <Parting document={document} result={result} />
    </li>
  )
}

/** What no test that passes goes through; an edge leads to the node it leaves. */
function Uncovered({
  document,
  edges,
  onNode,
}: {
  document: JourneyDocument
  edges: readonly Edge[]
  onNode: (node: string) => void
}) {
  const t = useMessages(pathTestMessages)
  const language = useLanguage()
  if (edges.length === 0) return <p className="text-ink-2">{t('all')}</p>
  return (
    <section aria-label={t('uncovered')}>
      <h3 className="mb-1 font-semibold text-ink">{t('uncovered')}</h3>
      <ul>
        {edges.map((edge) => (
          <li key={passageOf(edge)} className="-mx-1 flex min-h-6 items-center">
            <Button look="link" onClick={() => onNode(edge.from)}>
              {t('edge', {
                from: nodeName(document, edge.from),
                outcome: outcomeName(document, edge.from, edge.outcome, language),
                to: nodeName(document, edge.to),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
