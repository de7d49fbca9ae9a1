import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import { useEffect } from 'react'
import { Toaster as Sonner } from 'sonner'
import { useMessages } from '../locale/messages.ts'
import { Icon } from './icon.tsx'
import { kitMessages } from './locale.ts'

/** Where notices are shown; `onReady` once it hears of them. */
export function Toasts({ onReady }: { readonly onReady: () => void }) {
  const t = useMessages(kitMessages)
  useEffect(onReady, [onReady])
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={t('notices')}
      offset={16}
      gap={8}
      expand
      icons={{
        success: <Icon of={CircleCheck} className="text-ok" />,
        error: <Icon of={CircleAlert} className="text-bad" />,
        info: <Icon of={Info} className="text-brand-text" />,
      }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: t('close'),
        classNames: {
          toast:
            'group flex wrap-anywhere w-[min(356px,calc(100vw-32px))] items-start gap-2.5 rounded-card border border-border bg-surface px-3 py-2.5 font-sans text-body text-ink shadow-dialog',
          icon: 'mt-0.5 grid place-items-center',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-ink-2 text-secondary',
          actionButton: 'shrink-0 rounded-chip px-1 py-0.5 font-medium text-brand-text hover:underline',
          closeButton:
            'order-last grid size-6 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-surface-3 hover:text-ink',
        },
      }}
    />
  )
}
