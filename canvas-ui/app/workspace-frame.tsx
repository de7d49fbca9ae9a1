import { Check, ChevronsUpDown } from 'lucide-react'
import { Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { ShownZone, useFormat } from '../format/use-format.ts'
import { Icon } from '../kit/icon.tsx'
import { Menu, MenuHead, MenuItem } from '../kit/menu.tsx'
import { useMessages } from '../locale/messages.ts'
import { Boundary } from './boundary.tsx'
import { appMessages } from './locale.ts'
import { NoticeBell } from './notice-bell.tsx'
import { Nowhere } from './nowhere.tsx'
import { PLACES, SCREENS, type Screen } from './screens.ts'
import { isAtLeast, type Me, useSession, type Workspace, WorkspaceProvider } from './session.tsx'
import { Shell } from './shell.tsx'
import { useWaiting } from './waiting.ts'

/** The screens of one workspace inside the frame. Another workspace begins anew: nothing of the last stays. */
export function WorkspaceFrame({ workspace, me }: { workspace: Workspace; me: Me }) {
  const seen = SCREENS.filter((screen) => isAtLeast(workspace.role, screen.least))
  return (
    <WorkspaceProvider key={workspace.key} value={workspace}>
      <ShownZone value={workspace.zone}>
        <Switch>
          <Route path="/w/:ws">
            <Redirect to={`/w/${workspace.key}${seen[0]?.path}`} replace />
          </Route>
          {seen.map((screen) => (
            <Route key={screen.path} path={`/w/:ws${screen.path}`}>
              <Framed screen={screen} workspace={workspace} me={me} />
            </Route>
          ))}
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </ShownZone>
    </WorkspaceProvider>
  )
}

function Framed({ screen, workspace, me }: { screen: Screen; workspace: Workspace; me: Me }) {
  const t = useMessages(appMessages)
  const { signOut } = useSession()
  const format = useFormat()
  const waiting = useWaiting(workspace)
  const addressOf = (path: string) => `/w/${workspace.key}${path}`
  const placesAt = (at: 'top' | 'bottom') =>
    PLACES.filter((place) => place.at === at).map(({ path, label, icon }) => ({
      ...{ href: addressOf(path), label: t(label), icon },
      ...(label === 'approvals' && waiting > 0 ? { count: format.number(waiting) } : {}),
    }))
  return (
    <Shell
      form={screen.form}
      home={`/w/${workspace.key}`}
      workspace={<WorkspaceMenu workspace={workspace} all={me.workspaces} />}
      groups={[{ places: placesAt('top') }]}
      below={placesAt('bottom')}
      bell={<NoticeBell ws={workspace.key} person={me.person.id} rail={screen.form === 'rail'} />}
      current={addressOf(screen.place)}
      person={me.person.name}
      onSignOut={() => void signOut()}
    >
      <Boundary key={screen.path}>
        <Suspense>
          <screen.Component />
        </Suspense>
      </Boundary>
    </Shell>
  )
}

function WorkspaceMenu({ workspace, all }: { workspace: Workspace; all: readonly Workspace[] }) {
  const t = useMessages(appMessages)
  const [, go] = useLocation()
  if (all.length === 1) return <span className="block truncate">{workspace.name}</span>
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t('switchWorkspace', { name: workspace.name })}
          className="flex h-8 w-full min-w-0 items-center gap-1 rounded-control px-1.5 text-left hover:bg-surface-3"
        >
          <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
          <Icon of={ChevronsUpDown} size="tile" className="text-ink-3" />
        </button>
      }
    >
      <MenuHead>{t('workspaces')}</MenuHead>
      {all.map((one) => (
        <MenuItem
          key={one.key}
          onSelect={() => go(`/w/${one.key}`)}
          {...(one.key === workspace.key ? { icon: Check } : {})}
        >
          {one.name}
        </MenuItem>
      ))}
    </Menu>
  )
}
