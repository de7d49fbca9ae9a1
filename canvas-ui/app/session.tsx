import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { answered, api, sessionEvents } from '../api/client.ts'
import { isSignedOut } from '../api/problem.ts'
import type { paths } from '../api/schema.gen.ts'

export type Me = paths['/api/me']['get']['responses'][200]['content']['application/json']
export type Workspace = Me['workspaces'][number]
export type Role = Workspace['role']

/** In the order of what they may: each may do all that the one before it may. */
export const ROLES = ['viewer', 'analyst', 'operator', 'approver', 'admin'] as const satisfies readonly Role[]

/** Whether a role is this one or more. Only for what is shown: the server decides. */
export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least)

interface Session {
  /** Undefined while it is asked for; null where nobody is signed in. */
  readonly me: Me | null | undefined
  /** Why it could not be asked for. */
  readonly error: Error | null
  /** The session has ended while somebody works: what they see stays, and they sign in again over it. */
  readonly ended: boolean
  /** Asks again who is signed in, after signing in. */
  refresh(): Promise<void>
  signOut(): Promise<void>
}

const SessionContext = createContext<Session | undefined>(undefined)

const fetchMe = async (): Promise<Me | null> => {
  try {
    return await answered(api.GET('/api/me'))
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

/** Knows who is signed in. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [ended, setEnded] = useState(false)
  const { data, error } = useQuery({ queryKey: ['me'], queryFn: fetchMe, staleTime: Number.POSITIVE_INFINITY })

  useEffect(() => {
    const end = () => setEnded(true)
    sessionEvents.addEventListener('signed-out', end)
    return () => sessionEvents.removeEventListener('signed-out', end)
  }, [])

  const refresh = useCallback(async () => {
    const me = await fetchMe()
    queries.setQueryData(['me'], me)
    setEnded(me === null)
    await queries.invalidateQueries()
  }, [queries])

  const signOut = useCallback(async () => {
    await api.POST('/api/auth/sign-out')
    // A whole new page: nothing of theirs stays in memory.
    location.assign('/sign-in')
  }, [])

  const session = useMemo(
    () => ({ me: data, error, ended: ended && Boolean(data), refresh, signOut }),
    [data, error, ended, refresh, signOut],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('there is no SessionProvider above')
  return session
}

const WorkspaceContext = createContext<Workspace | undefined>(undefined)
export const WorkspaceProvider = WorkspaceContext.Provider

/** The workspace of the address. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('this is no screen of a workspace')
  return workspace
}
