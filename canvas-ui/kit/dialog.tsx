import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useMessages } from '../locale/messages.ts'
import { classes } from './classes.ts'
import { IconButton } from './icon-button.tsx'
import { kitMessages } from './locale.ts'

const PLACES = {
  dialog:
    'top-[12vh] left-1/2 max-h-[76vh] w-[min(var(--width),calc(100vw-32px))] -translate-x-1/2 animate-appear rounded-card border border-border',
  sheet: 'inset-y-0 right-0 w-[min(var(--width),100vw)] animate-slide-in border-border border-l',
  cover: 'inset-0 animate-appear',
} as const

const FIRST_FIELD = ':is(input, textarea, [role="combobox"]):not(:disabled)'

/** Into the first field, or onto the dialog itself: its buttons wait until somebody goes to them. */
function focusInside(event: Event): void {
  event.preventDefault()
  if (!(event.currentTarget instanceof HTMLElement)) return
  const field = event.currentTarget.querySelector<HTMLElement>(FIRST_FIELD)
  ;(field ?? event.currentTarget).focus()
}

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** One line below the title. */
  description?: ReactNode
  /** Pixels; 480 for a dialog, 560 for a sheet. */
  width?: number | undefined
  /** Buttons at the bottom, the way on last. */
  footer?: ReactNode
  children?: ReactNode
}

/** In the middle of the page, above a scrim: something to decide before going on. */
export const Dialog = (props: DialogProps) => <Modal {...props} place="dialog" width={props.width ?? 480} />

/** A drawer at the right edge: something to read or fill in while the page stays where it is. */
export const Sheet = (props: DialogProps) => <Modal {...props} place="sheet" width={props.width ?? 560} />

/** Over the whole window: work of its own, that ends where it began. `children` fill it, edge to edge. */
export const Cover = (props: Omit<DialogProps, 'width' | 'footer'>) => <Modal {...props} place="cover" width={0} />

function Modal({
  place,
  open,
  onOpenChange,
  title,
  description,
  width,
  footer,
  children,
}: DialogProps & { place: keyof typeof PLACES; width: number }) {
  const t = useMessages(kitMessages)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 animate-appear bg-scrim" />
        <Radix.Content
          {...(!description && { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusInside}
          style={{ '--width': `${width}px` } as React.CSSProperties} // a custom property, which its type does not know
          className={classes(
            'fixed z-30 flex flex-col wrap-anywhere bg-surface text-body text-ink-2 shadow-dialog outline-none',
            PLACES[place],
          )}
        >
          <div
            className={classes(
              'flex items-start gap-2 px-5 pt-4 pb-3',
              place === 'cover' && 'h-13 items-center! border-border border-b py-0!',
            )}
          >
            <div className={classes('min-w-0 flex-1', place === 'cover' && 'flex items-baseline gap-3')}>
              <Radix.Title className="font-semibold text-ink text-object">{title}</Radix.Title>
              {description && <Radix.Description className="mt-0.5 text-ink-2">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={t('close')} shortcut="Esc" />
            </Radix.Close>
          </div>
          {children !== undefined && (
            <div className={classes('min-h-0 flex-1', place !== 'cover' && 'overflow-y-auto px-5 pt-1 pb-5')}>
              {children}
            </div>
          )}
          {footer && (
            <div className="flex shrink-0 items-center justify-end gap-2 border-border border-t px-5 py-3">
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
