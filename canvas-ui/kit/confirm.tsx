import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useMessages } from '../locale/messages.ts'
import { Button } from './button.tsx'
import { kitMessages } from './locale.ts'

/** Asks before something that cannot be taken back. `action` is the verb of what will happen, `children` say to whom and when. */
export function Confirm({
  open,
  onOpenChange,
  title,
  action,
  dangerous = false,
  busy = false,
  onConfirm,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  action: string
  dangerous?: boolean | undefined
  /** What was confirmed goes on: the question stays until it is done. */
  busy?: boolean | undefined
  onConfirm: () => void
  children: ReactNode
}) {
  const t = useMessages(kitMessages)
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-30 animate-appear bg-scrim" />
        <AlertDialog.Content className="fixed top-[20vh] left-1/2 z-30 w-[min(420px,calc(100vw-32px))] -translate-x-1/2 animate-appear wrap-anywhere rounded-card border border-border bg-surface p-5 text-body text-ink-2 shadow-dialog outline-none">
          <AlertDialog.Title className="font-semibold text-ink text-object">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-1.5">{children}</div>
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{t('cancel')}</Button>
            </AlertDialog.Cancel>
            <Button look={dangerous ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
              {action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
