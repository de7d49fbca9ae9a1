import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../api/client.ts'
import { isAtLeast, type Workspace } from './session.tsx'

/** A notice tells of a new request; that a colleague decided one, nobody tells. */
const AGAIN_MS = 60_000

/** How many journeys wait for the reader's approval; 0 for who may not approve. */
export function useWaiting({ key: ws, role }: Workspace): number {
  const { data } = useQuery({
    queryKey: ['approvals', ws, 'count'],
    queryFn: () => answered(api.GET('/api/w/{ws}/approvals/waiting', { params: { path: { ws } } })),
    enabled: isAtLeast(role, 'approver'),
    refetchInterval: AGAIN_MS,
  })
  return data?.count ?? 0
}
