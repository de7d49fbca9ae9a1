import { Command as Palette } from 'cmdk'
import { Puzzle } from 'lucide-react'
import { registry } from '../../nodes/definitions.ts'
import { locales } from '../../nodes/locales.ts'
import { views } from '../../nodes/views.ts'
import { Icon } from '../kit/icon.tsx'
import { Shortcut } from '../kit/shortcut.tsx'
import { Tile } from '../kit/tile.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { commandMessages } from './command-locale.ts'
import { type Command, commands } from './commands.ts'
import { useEditor } from './editor-context.ts'
import { written } from './keys.ts'
import { editorMessages } from './locale.ts'
import { searchNodes } from './search-nodes.ts'

const LINE =
  'flex h-8 cursor-default items-center gap-2 rounded-control px-2 text-body text-ink data-[selected=true]:bg-surface-3 data-[disabled=true]:opacity-50'
const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:text-ink-3'

/** Everything one can do, by name: commands, nodes to add, nodes to go to. */
export function CommandPalette() {
  const t = useMessages(editorMessages)
  const names = useMessages(commandMessages)
  const language = useLanguage()
  const editor = useEditor()
  const { opened, document, readOnly, act } = editor
  const isOpen = opened === 'commands'
  const run = (perform: () => void) => {
    act.open(undefined)
    // The dialog gives the focus back first.
    requestAnimationFrame(perform)
  }
  const usable = commands.filter((command) => command.id !== 'commands' && command.enabled(editor))
  const line = (command: Command) => (
    <Palette.Item
      key={command.id}
      className={LINE}
      value={`${names(command.id)} ${command.id}`}
      onSelect={() => run(() => command.perform(editor))}
    >
      {command.icon && <Icon of={command.icon} size="tile" className="text-ink-3" />}
      <span className="flex-1">{names(command.id)}</span>
      {command.keys?.[0] && <Shortcut keys={written(command.keys[0])} />}
    </Palette.Item>
  )
  return (
    <Palette.Dialog
      open={isOpen}
      onOpenChange={(open) => act.open(open ? 'commands' : undefined)}
      label={t('commands')}
      overlayClassName="fixed inset-0 z-30 animate-appear bg-scrim"
      contentClassName="-translate-x-1/2 fixed top-[12vh] left-1/2 z-30 w-[min(520px,calc(100vw-32px))] animate-appear overflow-hidden rounded-card border border-border bg-surface shadow-dialog"
    >
      <Palette.Input
        placeholder={t('commandsPlaceholder')}
        className="h-11 w-full border-border border-b bg-transparent px-4 text-body text-ink outline-none placeholder:text-ink-3"
      />
      <Palette.List className="max-h-[52vh] overflow-y-auto p-1.5">
        <Palette.Empty className="px-2 py-3 text-ink-3">{t('nothingFound')}</Palette.Empty>
        <Palette.Group heading={t('commands')} className={GROUP}>
          {usable.map(line)}
        </Palette.Group>
        {!readOnly && (
          <Palette.Group heading={names('add-node')} className={GROUP}>
            {[...registry.values()].map(({ type, category }) => {
              const name = locales.get(type)?.[language].name ?? type
              return (
                <Palette.Item
                  key={type}
                  className={LINE}
                  value={`+ ${name} ${type}`}
                  onSelect={() => run(() => act.addNode(type))}
                >
                  <Tile icon={views.get(type)?.icon ?? Puzzle} category={category} size="dense" />
                  {t('addNode', { name })}
                </Palette.Item>
              )
            })}
          </Palette.Group>
        )}
        <Palette.Group heading={t('find')} className={GROUP}>
          {isOpen &&
            searchNodes(document, '', language).map(({ id, face }) => (
              <Palette.Item
                key={id}
                className={LINE}
                value={`${face.name} ${face.summary} ${id}`}
                onSelect={() =>
                  run(() => {
                    act.chooseNode(id)
                    act.showNode(id)
                  })
                }
              >
                <Tile icon={face.icon ?? Puzzle} category={face.category} size="dense" />
                <span>{face.name}</span>
                <span className="truncate text-ink-3 text-secondary">{face.summary}</span>
              </Palette.Item>
            ))}
        </Palette.Group>
      </Palette.List>
    </Palette.Dialog>
  )
}
