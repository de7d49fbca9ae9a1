import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useProblemText } from '../../api/problem-text.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame, type SettingsTab } from './frame.tsx'
import { settingsMessages } from './locale.ts'

/** A screen of rules of the workspace: what they are for, and their form once they are there. */
export function RulesScreen<Saved>({
  tab,
  help,
  rules: { data, error, refetch },
  children,
}: {
  tab: SettingsTab
  help: ReactNode
  rules: UseQueryResult<Saved>
  children: (saved: Saved) => ReactNode
}) {
  const t = useMessages(settingsMessages)
  const problemText = useProblemText()
  return (
    <SettingsFrame tab={tab}>
      <p className="-mb-2 max-w-160 text-ink-2">{help}</p>
      {error && !data && <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />}
      {data && children(data)}
    </SettingsFrame>
  )
}
