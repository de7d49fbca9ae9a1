import { CircleAlert, RotateCw } from 'lucide-react'
import { useMessages } from '../locale/messages.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { kitMessages } from './locale.ts'

/** What failed, what is safe, one way on: trying again unless `way` names another. */
export function ErrorState({
  title,
  safe,
  onRetry,
  way,
  busy,
}: {
  title: string
  safe?: string | undefined
  onRetry: () => void
  way?: string | undefined
  busy?: boolean | undefined
}) {
  const t = useMessages(kitMessages)
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <div className="max-w-96">
        <p className="inline-flex items-center gap-1.5 font-medium text-ink">
          <Icon of={CircleAlert} className="text-bad" />
          {title}
        </p>
        {safe && <p className="mt-1 text-balance text-ink-2">{safe}</p>}
      </div>
      <Button icon={RotateCw} busy={busy} onClick={onRetry}>
        {way ?? t('retry')}
      </Button>
    </div>
  )
}
