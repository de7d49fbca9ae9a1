import { ChartColumn, Filter, History, Play, Route, Settings, Stamp, Undo2, Users } from 'lucide-react'
import { useState } from 'react'
import { BarLine, PageHead, TopBar } from '../../app/heads.tsx'
import { Shell } from '../../app/shell.tsx'
import { useMessages } from '../../locale/messages.ts'
import { Button } from '../button.tsx'
import { Chip } from '../chip.tsx'
import { IconButton } from '../icon-button.tsx'
import { SearchInput } from '../search-input.tsx'
import { Segmented } from '../segmented.tsx'
import { Toaster } from '../toast.tsx'
import { TooltipProvider } from '../tooltip.tsx'
import { Buttons, Choices } from './controls.tsx'
import { PickedFields, TextFields } from './fields.tsx'
import { Floats } from './floats.tsx'
import { pageMessages } from './locale.ts'
import { Chips, Figures, Places } from './states.tsx'
import { Tables } from './tables.tsx'

/** Every part in every state, inside the shell. */
export function KitPage() {
  const t = useMessages(pageMessages)
  const [form, setForm] = useState<'nav' | 'rail'>('nav')
  const place = (key: 'journeys' | 'members' | 'segments' | 'analytics' | 'approvals' | 'settings') => ({
    href: `/${key}`,
    label: t(key),
  })
  return (
    <TooltipProvider>
      <Shell
        form={form}
        workspace={t('shop')}
        home="/"
        current="/journeys"
        person={t('team')}
        onSignOut={() => {}}
        groups={[
          {
            places: [
              { ...place('journeys'), icon: Route },
              { ...place('members'), icon: Users },
              { ...place('segments'), icon: Filter },
            ],
          },
          {
            label: t('insight'),
            places: [
              { ...place('analytics'), icon: ChartColumn },
              { ...place('approvals'), icon: Stamp, count: '2' },
            ],
          },
        ]}
        below={[{ ...place('settings'), icon: Settings }]}
      >
        {form === 'rail' && (
          <TopBar
            back="/"
            crumb={t('birthday')}
            title={t('nameValue')}
            state={<Chip mark="ring">{t('draft')} v7</Chip>}
          >
            <IconButton icon={Undo2} label={t('undo')} shortcut="Ctrl Z" />
            <IconButton icon={History} label={t('rename')} />
            <BarLine />
            <Button icon={Play}>{t('pause')}</Button>
            <Button look="primary">{t('publish')}</Button>
          </TopBar>
        )}
        <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6">
          <PageHead title={t('journeys')} note="42">
            <SearchInput label={t('searchJourneys')} shortcut="Ctrl K" className="w-64" />
            <Segmented
              aria-label="Shell"
              value={form}
              onChange={setForm}
              choices={[
                { value: 'nav', label: 'nav' },
                { value: 'rail', label: 'rail' },
              ]}
            />
          </PageHead>
          <div className="flex flex-col gap-4">
            <Figures />
            <div className="grid grid-cols-2 gap-4">
              <Buttons />
              <Choices />
              <TextFields />
              <PickedFields />
              <Chips />
              <Places />
            </div>
            <Floats />
            <Tables />
          </div>
        </div>
      </Shell>
      <Toaster />
    </TooltipProvider>
  )
}
