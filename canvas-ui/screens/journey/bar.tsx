import { Stamp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { TopBar } from '../../app/heads.tsx'
import { useWorkspace } from '../../app/session.tsx'
import { useFormat } from '../../format/use-format.ts'
import { Chip } from '../../kit/chip.tsx'
import { classes } from '../../kit/classes.ts'
import { useMessages } from '../../locale/messages.ts'
import { StateChip } from '../journeys/state-chip.tsx'
import { journeyMessages } from './locale.ts'
import { NameInput } from './name-input.tsx'
import type { Journey } from './queries.ts'

export const addressOf = (ws: string, key: string, view: 'live' | 'report' | 'edit' = 'live') =>
  `/w/${ws}/journeys/${key}${view === 'live' ? '' : `/${view}`}`

/** The bar of a published journey: where it lies, its state, and its views. */
export function JourneyBar({
  journey,
  view,
  onRename,
  children,
}: {
  journey: Journey
  view: 'live' | 'report'
  /** Absent where the reader may not. */
  onRename: ((name: string) => void) | undefined
  children?: ReactNode
}) {
  const { key: ws } = useWorkspace()
  return (
    <TopBar
      back={`/w/${ws}/journeys`}
      crumb={journey.folder ?? undefined}
      title={<NameInput name={journey.name} onRename={onRename} />}
      state={
        <>
          <StateChip state={journey.state} />
          <VersionChip journey={journey} />
        </>
      }
    >
      <Views ws={ws} journey={journey.key} view={view} />
      {children}
    </TopBar>
  )
}

/** The live version, and who agreed to it where a second person did. */
function VersionChip({ journey: { live, versions } }: { journey: Journey }) {
  const t = useMessages(journeyMessages)
  const format = useFormat()
  if (!live) return null
  const version = t('version', { number: live.version })
  const approved = versions.find(({ number }) => number === live.version)?.approved
  if (!approved) return <Chip mark="none">{version}</Chip>
  const said = t('approvedBy', { ...approved, time: format.dateTime(approved.at) })
  return (
    <span title={said}>
      <Chip icon={Stamp}>{version}</Chip>
      <span className="sr-only">{said}</span>
    </span>
  )
}

/** Live and report, as links that look like a segmented control. */
function Views({ ws, journey, view }: { ws: string; journey: string; view: 'live' | 'report' }) {
  const t = useMessages(journeyMessages)
  return (
    <nav
      aria-label={t('views')}
      className="inline-flex shrink-0 gap-0.5 whitespace-nowrap rounded-control bg-surface-3 p-0.5"
    >
      {(['live', 'report'] as const).map((one) => (
        <Link
          key={one}
          href={addressOf(ws, journey, one)}
          aria-current={one === view ? 'page' : undefined}
          className={classes(
            'inline-flex h-[26px] items-center rounded-chip px-2.5 text-secondary transition-colors',
            one === view ? 'bg-raised font-medium text-ink shadow-rest' : 'text-ink-2 hover:text-ink',
          )}
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  )
}
