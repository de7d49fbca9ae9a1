import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Problem } from '../../engine/core/journey/problems.ts'
import { locales } from '../../nodes/locales.ts'
import { views } from '../../nodes/views.ts'
import { NOTHING } from '../canvas/selection.ts'
import { Chip } from '../kit/chip.tsx'
import { classes } from '../kit/classes.ts'
import { Icon } from '../kit/icon.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { useEditor } from './editor-context.ts'
import { editorMessages } from './locale.ts'
import { addAfter, connect, newNode } from './model/edits.ts'
import { endingType } from './model/insertion.ts'
import { sentenceOf } from './model/problems.ts'
import { newId } from './new-id.ts'

/** What stands in the way of publishing, below the canvas. A click goes to the field, or to the node. */
export function ProblemsPanel() {
  const t = useMessages(editorMessages)
  const { problems } = useEditor()
  const [open, setOpen] = useState(true)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const warnings = problems.length - errors
  return (
    <section data-region aria-label={t('problems')} className="shrink-0 border-border border-t bg-surface">
      <div className="flex h-9 items-center gap-2 pr-3 pl-4 text-secondary">
        <h2 className="font-semibold text-ink">{t('problems')}</h2>
        {errors > 0 && (
          <Chip tone="bad" mark="none">
            {t('errors', { count: errors })}
          </Chip>
        )}
        {warnings > 0 && (
          <Chip tone="warn" mark="none">
            {t('warnings', { count: warnings })}
          </Chip>
        )}
        {problems.length === 0 && (
          <span className="flex items-center gap-1 text-ok">
            <Icon of={CircleCheck} size="tile" />
            {t('noProblems')}
          </span>
        )}
        <span className="ml-auto text-ink-3">{errors > 0 && t('errorsBlock')}</span>
        {problems.length > 0 && (
          <IconButton
            icon={open ? ChevronDown : ChevronUp}
            label={open ? t('hideProblems') : t('showProblems')}
            tooltipSide="top"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
      </div>
      {open && problems.length > 0 && (
        <ul className="max-h-[136px] overflow-y-auto">
          {problems.map((problem) => (
            <Line
              key={`${problem.number} ${problem.node} ${problem.field} ${JSON.stringify(problem.params)}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ problem }: { problem: Problem }) {
  const t = useMessages(editorMessages)
  const language = useLanguage()
  const { document, act } = useEditor()
  const node = document.nodes.find((each) => each.id === problem.node)
  const isError = problem.severity === 'error'
  const { outcome } = problem.params
  /** To the field; where it is about the node, to its card, with the outcome in question looked at. */
  const go = () => {
    if (!node) return problem.code === 'trigger-missing' ? act.focusPalette() : undefined
    if (problem.field !== undefined) return act.openNode(node.id, problem.field)
    act.chooseNode(node.id)
    if (typeof outcome === 'string') act.send({ type: 'look', exit: { from: node.id, outcome } })
    act.showNode(node.id)
  }
  return (
    <li className="flex h-[34px] items-center border-border border-t pr-4 hover:bg-surface-2">
      <button type="button" className="flex h-full min-w-0 flex-1 items-center gap-2 pl-4 text-left" onClick={go}>
        <Icon of={isError ? CircleAlert : TriangleAlert} className={classes(isError ? 'text-bad' : 'text-warn')} />
        <span className="shrink-0 text-ink">{node?.name ?? t('wholeJourney')}</span>
        <span className="truncate text-ink-2">{sentenceOf(problem, document, language)}</span>
        <span className="sr-only">{problem.number}</span>
      </button>
      <Mend problem={problem} />
    </li>
  )
}

/** An open outcome can be led to an end by one click. */
function Mend({ problem }: { problem: Problem }) {
  const t = useMessages(editorMessages)
  const language = useLanguage()
  const { document, readOnly, act } = useEditor()
  const { outcome } = problem.params
  const type = endingType()
  if (readOnly || problem.code !== 'outcome-undrawn' || !problem.node || typeof outcome !== 'string' || !type)
    return null
  const exit = { from: problem.node, outcome }
  const mend = () => {
    const end = document.nodes.find((node) => views.get(node.type)?.ends)
    if (end) act.send({ type: 'do', name: 'connect', edit: connect(exit, end.id) })
    else {
      const added = newNode(newId(), type, locales.get(type)?.[language].name ?? type, { x: 0, y: 0 })
      act.send({ type: 'do', name: 'add', edit: addAfter(added, exit), selection: { ...NOTHING, nodes: [added.id] } })
    }
  }
  return (
    <button type="button" onClick={mend} className="shrink-0 text-brand-text text-secondary hover:underline">
      {t('connectToEnd')}
    </button>
  )
}
