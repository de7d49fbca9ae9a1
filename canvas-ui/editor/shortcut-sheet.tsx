import { groupBy } from '../canvas/group-by.ts'
import { Dialog } from '../kit/dialog.tsx'
import { Shortcut } from '../kit/shortcut.tsx'
import { useMessages } from '../locale/messages.ts'
import { commandMessages } from './command-locale.ts'
import { commands } from './commands.ts'
import { useEditor } from './editor-context.ts'
import { written } from './keys.ts'
import { editorMessages } from './locale.ts'

/** Every key there is, from the same list that the keys themselves come from. */
export function ShortcutSheet() {
  const t = useMessages(editorMessages)
  const names = useMessages(commandMessages)
  const { opened, act } = useEditor()
  const groups = groupBy(
    commands.filter((command) => command.keys),
    (command) => command.group,
  )
  const keyboard = [
    ['Tab', t('keyTab')],
    ['← → ↑ ↓', t('keyArrows')],
    ['Enter', t('keyEnter')],
    ['C', t('keyConnect')],
    ['Alt ← → ↑ ↓', t('keyMove')],
  ] as const
  return (
    <Dialog
      open={opened === 'shortcuts'}
      onOpenChange={(open) => act.open(open ? 'shortcuts' : undefined)}
      title={t('shortcuts')}
      width={680}
    >
      <div className="columns-2 gap-8">
        <Group title={t('groupKeyboard')} lines={keyboard} />
        {[...groups].map(([group, members]) => (
          <Group
            key={group}
            title={t(group)}
            lines={members.map(({ id, keys = [] }) => [written(keys[0] ?? ''), names(id)] as const)}
          />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ title, lines }: { title: string; lines: readonly (readonly [keys: string, what: string])[] }) {
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="pb-1 font-semibold text-ink text-secondary">{title}</h3>
      <dl>
        {lines.map(([keys, what]) => (
          <div key={keys} className="flex items-baseline gap-3 border-border border-b py-1.5">
            <dt className="min-w-0 flex-1 text-ink-2">{what}</dt>
            <dd>
              <Shortcut keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
