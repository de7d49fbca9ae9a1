import { Puzzle, X } from 'lucide-react'
import { useState } from 'react'
import { classes } from '../kit/classes.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { SearchInput } from '../kit/search-input.tsx'
import { Tile } from '../kit/tile.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { useEditor } from './editor-context.ts'
import { editorMessages } from './locale.ts'
import { searchNodes } from './search-nodes.ts'

const MOST_SHOWN = 50

/** Finds nodes by their words. Enter goes from one to the next, Escape closes and leaves the focus on the node found. */
export function Find() {
  const t = useMessages(editorMessages)
  const language = useLanguage()
  const { document, act } = useEditor()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(-1)
  const found = search.trim() === '' ? [] : searchNodes(document, search, language)
  const show = (index: number) => {
    const node = found[index]
    if (!node) return
    setAt(index)
    act.chooseNode(node.id)
    act.reveal(node.id)
  }
  return (
    <search
      aria-label={t('find')}
      className="absolute top-16 left-4 z-10 w-72 rounded-card border border-border bg-surface p-2 shadow-dialog"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        act.open(undefined)
        // Whoever searched goes on from what was found.
        const node = found[at]
        if (node) act.showNode(node.id)
      }}
    >
      <div className="flex items-center gap-1">
        <SearchInput
          autoFocus
          className="flex-1"
          label={t('find')}
          placeholder={t('findPlaceholder')}
          value={search}
          onChange={(text) => {
            setSearch(text)
            setAt(-1)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || found.length === 0) return
            event.preventDefault()
            show((at + (event.shiftKey ? found.length - 1 : 1)) % found.length)
          }}
        />
        <IconButton icon={X} label={t('closeFind')} shortcut="Esc" onClick={() => act.open(undefined)} />
      </div>
      {search.trim() !== '' && (
        <>
          <p aria-live="polite" className="px-1 pt-2 pb-1 text-ink-3 text-meta">
            {found.length > 0 ? t('found', { count: found.length }) : t('nothingFound')}
          </p>
          <ul className="max-h-64 overflow-y-auto">
            {found.slice(0, MOST_SHOWN).map(({ id, face }, index) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => show(index)}
                  className={classes(
                    'flex w-full items-center gap-2 rounded-control px-1.5 py-1 text-left hover:bg-surface-3',
                    index === at && 'bg-brand-soft',
                  )}
                >
                  <Tile icon={face.icon ?? Puzzle} category={face.category} size="dense" />
                  <span className="shrink-0 text-body text-ink">{face.name}</span>
                  <span className="truncate text-ink-3 text-secondary">{face.summary}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </search>
  )
}
