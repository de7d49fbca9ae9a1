import { Card } from '../../kit/card.tsx'
import { Chip, type Tone } from '../../kit/chip.tsx'
import { useMessages } from '../../locale/messages.ts'
import { memberMessages } from './locale.ts'
import type { Explained, WhyNot } from './queries.ts'

interface Line {
  readonly key: string
  readonly what: string
  readonly kind: 'notReached' | 'notReceived' | 'notEntered'
  readonly why: string
}

const TONES: Record<Line['kind'], Tone> = { notReached: 'plain', notReceived: 'warn', notEntered: 'plain' }

/** Everything that did not happen and might have: nodes the way went past, messages not sent, journeys not entered. */
export function WhyNotCard({ explained, whyNot }: { explained: Explained | undefined; whyNot: readonly WhyNot[] }) {
  const t = useMessages(memberMessages)
  const lines: Line[] = [
    ...(explained ? missedIn(explained) : []),
    ...whyNot.map(({ journey, text }) => ({
      ...{ key: `journey/${journey.key}`, what: journey.name },
      ...{ kind: 'notEntered' as const, why: text },
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

function missedIn({ nodes, visits, notReached }: Explained): Line[] {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const reached = notReached.map(({ node, text }) => ({
    ...{ key: `node/${node}`, what: known.get(node)?.name ?? node },
    ...{ kind: 'notReached' as const, why: text },
  }))
  const received = visits.flatMap(({ node: id, outcome, text }, at) => {
    const node = known.get(id)
    if (node?.category !== 'message' || outcome === node.outcomes[0]) return []
    return [{ key: `visit/${at}`, what: node.name, kind: 'notReceived' as const, why: text }]
  })
  return [...received, ...reached]
}
