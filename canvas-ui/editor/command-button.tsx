import type { LucideIcon } from 'lucide-react'
import { IconButton, type IconButtonProps } from '../kit/icon-button.tsx'
import { useMessages } from '../locale/messages.ts'
import { type CommandId, commandMessages } from './command-locale.ts'
import { commandOf } from './commands.ts'
import { useEditor } from './editor-context.ts'
import { written } from './keys.ts'

/** A command as a button: disabled while it can do nothing. `pressed` makes it a switch. */
export function CommandButton({
  id,
  icon,
  side = 'bottom',
  pressed,
  tone,
}: {
  id: CommandId
  icon?: LucideIcon
  side?: IconButtonProps['tooltipSide']
  pressed?: boolean
  tone?: IconButtonProps['tone']
}) {
  const t = useMessages(commandMessages)
  const editor = useEditor()
  const command = commandOf(id)
  const drawn = icon ?? command.icon
  if (!drawn) throw new Error(`command ${id} has no icon`)
  const [keys] = command.keys ?? []
  return (
    <IconButton
      icon={drawn}
      label={t(id)}
      shortcut={keys && written(keys)}
      tooltipSide={side}
      tone={tone}
      disabled={!command.enabled(editor)}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      onClick={() => command.perform(editor)}
    />
  )
}
