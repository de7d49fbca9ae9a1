import { Archive, FileDown, FolderInput, Tags, X } from 'lucide-react'
import { Button } from '../../kit/button.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { useMessages } from '../../locale/messages.ts'
import type { Asked } from './change-dialogs.tsx'
import { journeysMessages } from './locale.ts'
import type { JourneyRow } from './queries.ts'
import { isArchivable } from './use-changes.ts'

/** What can be done with the journeys that are chosen. */
export function SelectionBar({
  rows,
  draws,
  onAsk,
  onExport,
  onClear,
}: {
  rows: readonly JourneyRow[]
  draws: boolean
  onAsk: (kind: Asked['kind']) => void
  onExport: () => void
  onClear: () => void
}) {
  const t = useMessages(journeysMessages)
  return (
    <div className="flex h-12 shrink-0 items-center gap-1 border-border border-b bg-brand-soft px-4">
      <span className="mr-2 font-medium text-ink">{t('selected', { count: rows.length })}</span>
      {draws && (
        <>
          <Button look="ghost" size="dense" icon={FolderInput} onClick={() => onAsk('move')}>
            {t('move')}
          </Button>
          <Button look="ghost" size="dense" icon={Tags} onClick={() => onAsk('label')}>
            {t('label')}
          </Button>
        </>
      )}
      <Button look="ghost" size="dense" icon={FileDown} onClick={onExport}>
        {t('exportJson')}
      </Button>
      {draws && (
        <Button
          look="ghost"
          size="dense"
          icon={Archive}
          disabled={!rows.some(isArchivable)}
          onClick={() => onAsk('archive')}
        >
          {t('archive')}
        </Button>
      )}
      <span className="flex-1" />
      <IconButton icon={X} label={t('clearSelection')} onClick={onClear} />
    </div>
  )
}
