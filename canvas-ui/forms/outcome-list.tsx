import { ArrowRight, CircleAlert, Unplug } from 'lucide-react'
import { OVER_BUDGET } from '../../engine/core/budgets/budgets.ts'
import type { DocumentEdge, JourneyDocument } from '../../engine/core/journey/document.ts'
import { problemText } from '../../engine/core/journey/problems.locale.ts'
import type { Problem } from '../../engine/core/journey/problems.ts'
import type { Face } from '../canvas/face.ts'
import { Icon } from '../kit/icon.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { panelMessages } from './panel-locale.ts'

/** Outcomes that follow the main one where nobody drew them, as the compiler has it. */
const FOLLOWS_MAIN = new Set(['blocked', 'failed', OVER_BUDGET])

/** Where each outcome of a node leads. */
export function OutcomeList({
  document,
  node,
  face,
  drawn,
  problems,
  onGo,
}: {
  document: JourneyDocument
  node: { readonly id: string }
  face: Face
  drawn: readonly DocumentEdge[]
  problems: readonly Problem[]
  onGo: (node: string) => void
}) {
  const t = useMessages(panelMessages)
  const language = useLanguage()
  if (face.ends) return <p className="p-4 text-ink-3">{t('ends')}</p>
  const main = face.outcomes[0]?.name ?? ''
  return (
    <ul className="flex h-full flex-col overflow-y-auto py-2">
      {face.outcomes.map(({ key, name }, i) => {
        const edge = drawn.find((each) => each.outcome === key)
        const target = document.nodes.find((each) => each.id === edge?.to)
        const problem = problems.find((each) => each.node === node.id && each.params.outcome === key)
        const undrawn = i > 0 && FOLLOWS_MAIN.has(key) ? t('follows', { name: main }) : t('leaves')
        return (
          <li key={key} className="flex flex-col gap-0.5 border-border border-b px-4 py-2.5 last:border-b-0">
            <span className="font-medium text-ink">{name}</span>
            {target ? (
              <button
                type="button"
                onClick={() => onGo(target.id)}
                className="flex min-h-6 items-center gap-1.5 text-left text-brand-text text-secondary hover:underline"
              >
                <Icon of={ArrowRight} size="tile" />
                <span className="min-w-0 truncate">{t('leadsTo', { name: target.name })}</span>
              </button>
            ) : problem ? (
              <span className="flex items-start gap-1.5 text-bad text-secondary">
                <Icon of={CircleAlert} size="tile" className="mt-0.5" />
                {problemText(problem, language)}
              </span>
            ) : (
              <span className="flex items-start gap-1.5 text-ink-3 text-secondary">
                <Icon of={Unplug} size="tile" className="mt-0.5" />
                {undrawn}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
