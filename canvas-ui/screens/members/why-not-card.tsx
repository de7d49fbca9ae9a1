import { whyLeft } from '../../canvas/why.ts'
import { useFormat } from '../../format/use-format.ts'
import { Card } from '../../kit/card.tsx'
import { Chip, type Tone } from '../../kit/chip.tsx'
import { useLanguage } from '../../locale/language.ts'
import { translator, useMessages } from '../../locale/messages.ts'
import { memberMessages, whyMessages } from './locale.ts'
import type { Trace, WhyNot } from './queries.ts'
import { outcomeName, whyNotWords } from './words.ts'

interface Line {
  readonly key: string
  readonly what: string
  readonly kind: 'notReached' | 'notReceived' | 'notEntered'
  readonly why: string
}

const TONES: Record<Line['kind'], Tone> = { notReached: 'plain', notReceived: 'warn', notEntered: 'plain' }

/** Everything that did not happen and might have: nodes the way went past, messages not sent, journeys not entered. */
export function WhyNotCard({ trace, whyNot }: { trace: Trace | undefined; whyNot: readonly WhyNot[] }) {
  const t = useMessages(memberMessages)
  const language = useLanguage()
  const format = useFormat()
  const lines: Line[] = [
    ...(trace ? missedIn(trace, language) : []),
    ...whyNot.map((answer) => ({
      key: `journey/${answer.journey.key}`,
      what: answer.journey.name,
      kind: 'notEntered' as const,
      why: whyNotWords(answer, format.dateTime, language),
    })),
  ]
  return (
    <Card title={t('whyNot')} note={t('whyNotHelp')}>
      {lines.length === 0 && <p className="border-border border-t px-4 py-3 text-ink-2">{t('noWhyNot')}</p>}
      <ul>
        {lines.map(({ key, what, kind, why }) => (
          <li key={key} className="flex min-h-9 items-start gap-3 border-border border-t px-4 py-2">
            <span className="w-32 shrink-0 truncate font-medium text-ink" title={what}>
              {what}
            </span>
            <span className="w-20 shrink-0">
              <Chip tone={TONES[kind]} mark="none">
                {t(kind)}
              </Chip>
            </span>
            <span className="min-w-0 text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function missedIn(trace: Trace, language: ReturnType<typeof useLanguage>): Line[] {
  const t = translator(whyMessages, language)
  const nodes = new Map(trace.nodes.map((node) => [node.id, node]))
  const reached = trace.notReached.map(({ node, from, needed, took }) => {
    const origin = nodes.get(from)
    const names = needed.map((outcome) => outcomeName(origin, outcome, language)).join(' / ')
    const values = { from: origin?.name ?? from, took: outcomeName(origin, took, language), needed: names }
    return {
      key: `node/${node}`,
      what: nodes.get(node)?.name ?? node,
      kind: 'notReached' as const,
      why: t('passedBy', values),
    }
  })
  const received = trace.visits.flatMap((visit, at) => {
    const node = nodes.get(visit.node)
    if (node?.category !== 'message' || visit.outcome === node.outcomes[0]) return []
    return [{ key: `visit/${at}`, what: node.name, kind: 'notReceived' as const, why: whyLeft(node, visit, language) }]
  })
  return [...received, ...reached]
}
