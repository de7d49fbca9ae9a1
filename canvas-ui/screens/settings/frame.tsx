import type { ReactNode } from 'react'
import { PageHead } from '../../app/heads.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { TabLinks } from '../../kit/tabs.tsx'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'

const TABS = [
  'people',
  'sending',
  'approvals',
  'refunds',
  'first-dates',
  'holidays',
  'services',
  'keys',
  'account',
] as const
export type SettingsTab = (typeof TABS)[number]

/** What everybody may see. */
const OPEN: readonly SettingsTab[] = ['people', 'sending', 'holidays', 'account']

/** Head and tabs around one kind of settings. */
export function SettingsFrame({
  tab,
  action,
  children,
}: {
  tab: SettingsTab
  action?: ReactNode
  children: ReactNode
}) {
  const t = useMessages(settingsMessages)
  const { key, role } = useWorkspace()
  const tabs = isAtLeast(role, 'admin') ? TABS : OPEN
  const addressOf = (name: SettingsTab) => `/w/${key}/settings/${name}`
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={t('title')}>{action}</PageHead>
      <TabLinks
        label={t('tabs')}
        tabs={tabs.map((name) => ({ href: addressOf(name), label: t(name) }))}
        current={addressOf(tab)}
      />
      <div className="mt-4 flex flex-col gap-6">{children}</div>
    </div>
  )
}
