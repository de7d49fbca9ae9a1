import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation, useSearchParams } from 'wouter'
import { useProblemText } from '../api/problem-text.ts'
import { ErrorState } from '../kit/error-state.tsx'
import { Toaster } from '../kit/toast.tsx'
import { TooltipProvider } from '../kit/tooltip.tsx'
import { useMessages } from '../locale/messages.ts'
import { Boundary } from './boundary.tsx'
import { appMessages } from './locale.ts'
import { NoWorkspace, Nowhere } from './nowhere.tsx'
import { type Me, SessionProvider, useSession } from './session.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { WorkspaceFrame } from './workspace-frame.tsx'

const SignIn = lazy(async () => ({ default: (await import('../screens/sign-in/sign-in.tsx')).SignIn }))
const Accept = lazy(async () => ({ default: (await import('../screens/sign-in/accept.tsx')).AcceptInvitation }))

/** Everything below the providers: who is signed in, and the screen of the address. */
export function App() {
  return (
    <TooltipProvider>
      <SessionProvider>
        <Boundary>
          <Suspense>
            <Switch>
              <Route path="/invitation/:token">{({ token }) => <Accept token={token} />}</Route>
              <Route path="/sign-in">
                <SignedOut />
              </Route>
              <Route>
                <SignedIn />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
        <Toaster />
      </SessionProvider>
    </TooltipProvider>
  )
}

/** Where somebody who signs in goes on: an address of this application only. */
const nextOf = (search: URLSearchParams): string => {
  const next = search.get('next') ?? '/'
  return next.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
}

function SignedOut() {
  const { me } = useSession()
  const [search] = useSearchParams()
  return me ? <Redirect to={nextOf(search)} replace /> : <SignIn />
}

function SignedIn() {
  const { me, error, refresh, ended } = useSession()
  const [location] = useLocation()
  const t = useMessages(appMessages)
  const problemText = useProblemText()
  if (me === undefined) {
    if (!error) return null
    return <ErrorState title={t('startFailed')} safe={problemText(error)} onRetry={() => void refresh()} />
  }
  if (me === null) {
    const here = location === '/' ? '' : `?next=${encodeURIComponent(location)}`
    return <Redirect to={`/sign-in${here}`} replace />
  }
  return (
    <>
      <Workspaces me={me} />
      {ended && <SignInAgain email={me.person.email} />}
    </>
  )
}

function Workspaces({ me }: { me: Me }) {
  const [first] = me.workspaces
  if (!first) return <NoWorkspace me={me} />
  return (
    <Switch>
      <Route path="/">
        <Redirect to={`/w/${first.key}`} replace />
      </Route>
      <Route path="/w/:ws/*?">
        {({ ws }) => {
          const workspace = me.workspaces.find((one) => one.key === ws)
          return workspace ? <WorkspaceFrame workspace={workspace} me={me} /> : <Nowhere />
        }}
      </Route>
      <Route>
        <Nowhere />
      </Route>
    </Switch>
  )
}
