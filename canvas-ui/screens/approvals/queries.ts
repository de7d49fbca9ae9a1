import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'
import type { paths } from '../../api/schema.gen.ts'
import type { Language } from '../../locale/language.ts'

export type Approval =
  paths['/api/w/{ws}/approvals']['get']['responses'][200]['content']['application/json']['approvals'][number]
export type OpenedApproval =
  paths['/api/w/{ws}/approvals/{approval}']['get']['responses'][200]['content']['application/json']

/** What begins the key of everything that is known of approvals: stale once one was asked for or decided. */
export const approvalsKey = (ws: string) => ['approvals', ws] as const

/** `waiting`: those that others have asked for, and nobody has decided. */
export type Shown = 'waiting' | 'all'

export const approvalsOf = (ws: string, shown: Shown, language: Language) =>
  infiniteQueryOptions({
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
    queryKey: [...approvalsKey(ws), shown, language],
    queryFn: ({ pageParam }) => {
      const query = {
        ...(shown === 'waiting' ? { state: 'asked' as const, others: 'true' as const } : {}),
        ...(pageParam === '' ? {} : { after: pageParam }),
      }
      const headers = { 'accept-language': language }
      return answered(api.GET('/api/w/{ws}/approvals', { params: { path: { ws }, query }, headers }))
    },
  })

/** The newest request of a journey; null where nobody has asked yet. */
export const latestOf = ({ ws, key }: { ws: string; key: string }, language: Language) =>
  queryOptions({
    queryKey: [...approvalsKey(ws), 'journey', key, language],
    queryFn: async () => {
      const params = { path: { ws }, query: { journey: key } }
      const headers = { 'accept-language': language }
      const { approvals } = await answered(api.GET('/api/w/{ws}/approvals', { params, headers }))
      return approvals[0] ?? null
    },
  })

export const approvalOf = (ws: string, approval: string, language: Language) =>
  queryOptions({
    queryKey: [...approvalsKey(ws), 'one', approval, language],
    queryFn: () => {
      const headers = { 'accept-language': language }
      return answered(api.GET('/api/w/{ws}/approvals/{approval}', { params: { path: { ws, approval } }, headers }))
    },
  })
