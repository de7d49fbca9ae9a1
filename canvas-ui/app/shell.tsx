import { Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Avatar } from '../kit/avatar.tsx'
import { classes } from '../kit/classes.ts'
import { Icon, type LucideIcon } from '../kit/icon.tsx'
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../kit/menu.tsx'
import { THEMES, type Theme, useTheme, wear } from '../kit/theme.ts'
import { Tooltip } from '../kit/tooltip.tsx'
import { LANGUAGES, type Language, speak, useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { shellMessages } from './shell-locale.ts'

export interface Place {
  readonly href: string
  readonly label: string
  readonly icon: LucideIcon
  /** Things that wait there for somebody, already formatted. */
  readonly count?: string | undefined
}

export interface ShellProps {
  /** `nav` with labels on list pages, `rail` of icons in editor and running view. */
  form: 'nav' | 'rail'
  /** At the top: the name of the workspace, or a menu of workspaces. Only seen in the `nav`. */
  workspace: ReactNode
  home: string
  groups: readonly { readonly label?: string | undefined; readonly places: readonly Place[] }[]
  /** At the bottom, above the person. */
  below?: readonly Place[] | undefined
  /** Above the person: what they are told. */
  bell?: ReactNode
  /** The address of the place that is seen. */
  current: string
  person: string
  onSignOut: () => void
  children: ReactNode
}

/** The frame around every screen. It knows no route: what it shows is given. */
export function Shell({ form, children, ...nav }: ShellProps) {
  const t = useMessages(shellMessages)
  return (
    <div className="flex h-dvh">
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-16 rounded-control bg-brand px-3 py-1.5 text-on-brand focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <Places form={form} {...nav} />
      <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  )
}

function Places({
  form,
  workspace,
  home,
  groups,
  below = [],
  bell,
  current,
  person,
  onSignOut,
}: Omit<ShellProps, 'children'>) {
  const t = useMessages(shellMessages)
  const rail = form === 'rail'
  const link = (place: Place) => <PlaceLink key={place.href} place={place} rail={rail} here={place.href === current} />
  return (
    <nav
      aria-label={t('places')}
      className={classes(
        'flex shrink-0 flex-col overflow-y-auto border-border border-r bg-surface',
        rail ? 'w-12 items-center gap-1 py-2.5' : 'w-52 px-2 py-3',
      )}
    >
      <div className={classes('flex items-center gap-2', rail ? 'mb-2.5' : 'px-1.5 pb-3 font-semibold text-ink')}>
        <Link href={home} aria-label="Waymark" className="rounded-[7px]">
          <Logo />
        </Link>
        {!rail && <div className="min-w-0 flex-1">{workspace}</div>}
      </div>
      {groups.map((group) => (
        <div key={group.label ?? ''} className={classes('flex flex-col', rail ? 'gap-1' : 'gap-0.5')}>
          {group.label && !rail && (
            <h2 className="px-2 pt-3.5 pb-1.5 font-medium text-ink-3 text-meta">{group.label}</h2>
          )}
          {group.places.map(link)}
        </div>
      ))}
      <span className="min-h-4 flex-1" />
      {below.map(link)}
      {bell}
      <PersonMenu person={person} rail={rail} onSignOut={onSignOut} />
    </nav>
  )
}

function PlaceLink({ place, rail, here }: { place: Place; rail: boolean; here: boolean }) {
  const link = (
    <Link
      href={place.href}
      aria-current={here ? 'page' : undefined}
      aria-label={rail ? place.label : undefined}
      className={classes(
        'flex h-8 items-center rounded-control transition-colors',
        rail ? 'w-8 justify-center' : 'gap-2.5 px-2',
        here ? 'bg-brand-soft font-medium text-brand-text' : 'text-ink-2 hover:bg-surface-3 hover:text-ink',
      )}
    >
      <Icon of={place.icon} />
      {!rail && <span className="min-w-0 flex-1 truncate">{place.label}</span>}
      {!rail && place.count !== undefined && (
        <span className="font-normal text-ink-3 text-meta tabular-nums">{place.count}</span>
      )}
    </Link>
  )
  return rail ? (
    <Tooltip text={place.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}

const THEME_ICONS: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon }
const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '简体中文', en: 'English' }

function PersonMenu({ person, rail, onSignOut }: { person: string; rail: boolean; onSignOut: () => void }) {
  const t = useMessages(shellMessages)
  const language = useLanguage()
  const theme = useTheme()
  return (
    <Menu
      align="start"
      side={rail ? 'right' : 'top'}
      trigger={
        <button
          type="button"
          aria-label={t('personMenu', { name: person })}
          className={classes(
            'flex h-8 shrink-0 items-center rounded-control text-ink-2 hover:bg-surface-3 hover:text-ink',
            rail ? 'w-8 justify-center' : 'w-full gap-2 px-1.5 text-left',
          )}
        >
          <Avatar name={person} size={rail ? 'normal' : 'line'} />
          {!rail && <span className="min-w-0 flex-1 truncate">{person}</span>}
        </button>
      }
    >
      <MenuChoices
        label={t('language')}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], icon: Languages }))}
        value={language}
        onChange={speak}
      />
      <MenuSeparator />
      <MenuChoices
        label={t('theme')}
        choices={THEMES.map((value) => ({ value, label: t(value), icon: THEME_ICONS[value] }))}
        value={theme}
        onChange={wear}
      />
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={onSignOut}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}

export const Logo = () => (
  <span className="grid size-7 shrink-0 place-items-center rounded-[7px] bg-brand text-on-brand">
    <svg
      aria-hidden="true"
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M2.5 4.5 5.6 13.5 9 6.5l3.4 7 3.1-9" />
      <circle cx="9" cy="4" r="1.1" fill="currentColor" stroke="none" />
    </svg>
  </span>
)
