import { ChevronDown } from 'lucide-react'
import { memo, useRef, useState } from 'react'
import type { Category } from '../../engine/core/journey/node.ts'
import { registry } from '../../nodes/definitions.ts'
import { locales } from '../../nodes/locales.ts'
import { views } from '../../nodes/views.ts'
import { groupBy } from '../canvas/group-by.ts'
import { classes } from '../kit/classes.ts'
import { Icon } from '../kit/icon.tsx'
import { SearchInput } from '../kit/search-input.tsx'
import { Tile } from '../kit/tile.tsx'
import { type Language, useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { type EditorDo, useEditor } from './editor-context.ts'
import { editorMessages } from './locale.ts'

/** What a drag from the palette carries: the type of a node. */
export const DRAGGED_TYPE = 'application/x-waymark-node'

/** Of the words in a palette of icons: they come back while one points at it, or the focus is in it. */
const SHUT =
  'transition-opacity max-[1339px]:opacity-0 max-[1339px]:group-focus-within/palette:opacity-100 max-[1339px]:group-hover/palette:opacity-100'

const CATEGORIES: readonly Category[] = ['trigger', 'condition', 'control', 'message', 'reward', 'member']

interface Kind {
  readonly type: string
  readonly category: Category
  readonly name: string
  readonly help: string
}

const kindsIn = (language: Language): Kind[] =>
  [...registry.values()].map(({ type, category }) => ({
    type,
    category,
    name: locales.get(type)?.[language].name ?? type,
    help: locales.get(type)?.[language].help ?? '',
  }))

/** Kinds whose name has what is searched; only where none has, those that are explained by it. */
function search(kinds: readonly Kind[], text: string): readonly Kind[] {
  const wanted = text.trim().toLowerCase()
  const having = (words: (kind: Kind) => string) => kinds.filter((kind) => words(kind).toLowerCase().includes(wanted))
  const named = having(({ name }) => name)
  return named.length > 0 ? named : having(({ help, type }) => `${help} ${type}`)
}

/** Every kind of node, by category. A click adds one where it fits; it can be dragged onto the canvas or an edge. */
export function Palette({ narrow }: { narrow: boolean }) {
  const { act } = useEditor()
  return <Kinds narrow={narrow} act={act} />
}

const Kinds = memo(function Kinds({ narrow, act }: { narrow: boolean; act: EditorDo }) {
  const t = useMessages(editorMessages)
  const kinds = kindsIn(useLanguage())
  const [searched, setSearched] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = groupBy(search(kinds, searched), (kind) => kind.category)
  const add = (type: string) => {
    setSearched('')
    act.addNode(type)
  }
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-kind]') ?? [])]
  /** Up and down go through the kinds, from the search field on. */
  const step = (from: Element, by: 1 | -1) => {
    const all = buttons()
    const at = all.findIndex((button) => button.isSameNode(from))
    all[at + by]?.focus()
  }
  return (
    <div className={classes('relative w-[164px] shrink-0', narrow && 'max-[1339px]:w-12')}>
      <aside
        data-palette
        data-region
        aria-label={t('palette')}
        className={classes(
          'group/palette absolute inset-y-0 left-0 z-10 flex w-full flex-col overflow-hidden border-border border-r bg-surface transition-[width]',
          narrow &&
            'max-[1339px]:focus-within:w-[164px] max-[1339px]:focus-within:shadow-float max-[1339px]:hover:w-[164px] max-[1339px]:hover:shadow-float',
        )}
      >
        <div
          className={classes(
            'px-2.5 pt-2.5 pb-1',
            narrow &&
              'max-[1339px]:[&_kbd]:hidden max-[1339px]:group-focus-within/palette:[&_kbd]:inline max-[1339px]:group-hover/palette:[&_kbd]:inline',
          )}
        >
          <SearchInput
            size="dense"
            label={t('searchNodes')}
            placeholder={t('searchShort')}
            shortcut="/"
            value={searched}
            onChange={setSearched}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') buttons()[0]?.focus()
              if (event.key === 'Enter') buttons()[0]?.click()
              if (event.key === 'Escape') {
                setSearched('')
                event.currentTarget.blur()
              }
            }}
          />
        </div>
        <div ref={list} className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden pb-3">
          {CATEGORIES.map((category) => (
            <Shelf
              key={category}
              category={category}
              narrow={narrow}
              kinds={found.get(category) ?? []}
              add={add}
              step={step}
            />
          ))}
          {found.size === 0 && <p className="px-3 py-2 text-ink-3 text-secondary">{t('nothingFound')}</p>}
        </div>
      </aside>
    </div>
  )
})

function Shelf({
  category,
  narrow,
  kinds,
  add,
  step,
}: {
  category: Category
  narrow: boolean
  kinds: readonly Kind[]
  add: (type: string) => void
  step: (from: Element, by: 1 | -1) => void
}) {
  const t = useMessages(editorMessages)
  const [open, setOpen] = useState(true)
  if (kinds.length === 0) return null
  return (
    <section aria-label={t(category)}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={classes(
          'flex w-[163px] items-center gap-1.5 whitespace-nowrap px-3 pt-2.5 pb-[3px] font-medium text-ink-3 text-meta',
          narrow && SHUT,
        )}
      >
        {t(category)}
        <span className="ml-auto">{kinds.length}</span>
        <Icon of={ChevronDown} size="badge" className={classes('transition-transform', !open && '-rotate-90')} />
      </button>
      {open &&
        kinds.map(({ type, name, help }) => (
          <button
            key={type}
            type="button"
            data-kind={type}
            draggable
            title={help}
            aria-label={t('addNode', { name })}
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAGGED_TYPE, type)
              event.dataTransfer.effectAllowed = 'copy'
            }}
            onClick={() => add(type)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') step(event.currentTarget, 1)
              if (event.key === 'ArrowUp') step(event.currentTarget, -1)
            }}
            className="mx-1.5 flex h-7 w-[calc(100%-12px)] cursor-grab items-center gap-2 whitespace-nowrap rounded-control px-1.5 text-body text-ink hover:bg-surface-3"
          >
            <KindTile type={type} category={category} />
            <span className="truncate">{name}</span>
          </button>
        ))}
    </section>
  )
}

function KindTile({ type, category }: { type: string; category: Category }) {
  const icon = views.get(type)?.icon
  return icon ? <Tile icon={icon} category={category} size="dense" /> : null
}
