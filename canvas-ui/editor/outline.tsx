import { Puzzle, X } from 'lucide-react'
import { FOLLOWS_MAIN } from '../../engine/core/journey/compile.ts'
import { faceOf } from '../canvas/face.ts'
import { inWalkingOrder } from '../canvas/order.ts'
import { classes } from '../kit/classes.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { Tile } from '../kit/tile.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { useEditor } from './editor-context.ts'
import { editorMessages } from './locale.ts'
import { exitsOf } from './model/walk.ts'

/** The journey in words, in walking order: each node, and where each of its outcomes leads. */
export function Outline() {
  const t = useMessages(editorMessages)
  const language = useLanguage()
  const { document, selection, act } = useEditor()
  const show = (id: string) => {
    act.chooseNode(id)
    act.showNode(id)
  }
  return (
    <nav
      aria-label={t('outline')}
      className="absolute top-16 bottom-20 left-4 z-10 flex w-72 flex-col rounded-card border border-border bg-surface shadow-dialog"
    >
      <div className="flex items-center justify-between py-2 pr-2 pl-4">
        <h2 className="font-semibold text-ink text-title">{t('outline')}</h2>
        <IconButton icon={X} label={t('closeOutline')} onClick={act.toggleOutline} />
      </div>
      <ol className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {inWalkingOrder(document).map((node) => {
          const exits = exitsOf(document, node.id)
          const face = faceOf(
            node,
            exits.map(({ outcome }) => outcome),
            language,
          )
          const names = new Map(face.outcomes.map(({ key, name }) => [key, name]))
          return (
            <li key={node.id}>
              <button
                type="button"
                onClick={() => show(node.id)}
                aria-current={selection.nodes.includes(node.id)}
                className={classes(
                  'flex w-full items-center gap-2 rounded-control px-2 py-1 text-left hover:bg-surface-3',
                  selection.nodes.includes(node.id) && 'bg-brand-soft',
                )}
              >
                <Tile icon={face.icon ?? Puzzle} category={face.category} size="dense" />
                <span className="shrink-0 text-body text-ink">{face.name}</span>
                <span className="truncate text-ink-3 text-secondary">{face.summary}</span>
              </button>
              {!face.ends && (
                <ul className="ml-[17px] border-border border-l pl-4">
                  {exits.map(({ outcome, to }) => (
                    <li key={outcome} className="flex items-center gap-1 py-px text-secondary">
                      <span className="truncate text-ink-2">{names.get(outcome)} →</span>
                      {to === undefined ? (
                        <span className="text-ink-3">
                          {FOLLOWS_MAIN.has(outcome)
                            ? t('follows', { name: face.outcomes[0]?.name ?? '' })
                            : t('leaves')}
                        </span>
                      ) : (
                        <button
                          type="button"
                          className="truncate text-brand-text hover:underline"
                          onClick={() => show(to)}
                        >
                          {document.nodes.find((each) => each.id === to)?.name}
                        </button>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
