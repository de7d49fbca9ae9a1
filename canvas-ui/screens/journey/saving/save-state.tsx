import { CloudAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react'
import type { ReactNode } from 'react'
import { useProblemText } from '../../../api/problem-text.ts'
import { useFormat } from '../../../format/use-format.ts'
import { classes } from '../../../kit/classes.ts'
import { Icon, type LucideIcon } from '../../../kit/icon.tsx'
import { Tooltip } from '../../../kit/tooltip.tsx'
import { useMessages } from '../../../locale/messages.ts'
import { savingMessages } from './locale.ts'
import { type Saving, useSnapshot } from './use-saving.ts'

/** How the draft is saved: 正在保存 · 已保存 · 离线，已存本机 · 保存失败，重试. */
export function SaveState({ saving, onDecide }: { saving: Saving; onDecide: () => void }) {
  const t = useMessages(savingMessages)
  const format = useFormat()
  const problemText = useProblemText()
  const snapshot = useSnapshot(saving)
  const { refusal, isKept, savedAt } = snapshot.context
  if (snapshot.matches('saved'))
    return (
      <Said
        icon={CloudCheck}
        hint={savedAt === null ? undefined : t('savedAt', { time: format.nearDateTime(savedAt) })}
      >
        {t('saved')}
      </Said>
    )
  if (snapshot.matches('offline'))
    return (
      <Said icon={CloudOff} tone="text-warn" hint={isKept ? t('offlineHelp') : t('offlineNoRoomHelp')}>
        {isKept ? t('offline') : t('offlineNoRoom')}
      </Said>
    )
  if (snapshot.matches('failed') || snapshot.matches('stuck')) {
    const why = refusal && 'error' in refusal ? problemText(refusal.error) : ''
    return (
      <Way
        tone="text-bad hover:bg-bad-soft"
        hint={isKept ? t('failedKept', { why }) : t('noRoomHelp')}
        onClick={() => saving.send({ type: 'save' })}
      >
        {t('failed')}
      </Way>
    )
  }
  if (snapshot.matches('conflict') || snapshot.matches('copying'))
    return (
      <Way tone="text-warn hover:bg-warn-soft" hint={t('undecidedHelp')} onClick={onDecide}>
        {t('undecided')}
      </Way>
    )
  return <Said icon={CloudUpload}>{t('saving')}</Said>
}

/** A state that somebody can do something about. */
function Way({
  tone,
  hint,
  onClick,
  children,
}: {
  tone: string
  hint: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Tooltip text={hint}>
      <button
        type="button"
        onClick={onClick}
        className={classes('flex h-7 items-center gap-1.5 rounded-control px-1.5 text-secondary', tone)}
      >
        <Icon of={CloudAlert} />
        {children}
      </button>
    </Tooltip>
  )
}

function Said({
  icon,
  tone = 'text-ink-3',
  hint,
  children,
}: {
  icon: LucideIcon
  tone?: string
  hint?: string | undefined
  children: ReactNode
}) {
  return (
    <span
      role="status"
      title={hint}
      className={classes('flex items-center gap-1.5 whitespace-nowrap text-secondary', tone)}
    >
      <Icon of={icon} />
      {children}
    </span>
  )
}
