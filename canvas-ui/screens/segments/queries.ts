import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Rule } from '../../../engine/core/rules/rule.ts'
import { answered, api } from '../../api/client.ts'

export const segmentsOf = (ws: string) =>
  queryOptions({
    queryKey: ['segments', ws],
    queryFn: async () => (await answered(api.GET('/api/w/{ws}/segments', { params: { path: { ws } } }))).segments,
  })
export type Segment = Awaited<ReturnType<NonNullable<ReturnType<typeof segmentsOf>['queryFn']>>>[number]

/** One segment, and the ETag to save it with. */
export const segmentOf = (ws: string, key: string) =>
  queryOptions({
    queryKey: ['segment', ws, key],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/w/{ws}/segments/{key}', { params: { path: { ws, key } } })
      if (!data) throw new Error('the server answered nothing')
      return { ...data, etag: response.headers.get('etag') ?? '' }
    },
    staleTime: Number.POSITIVE_INFINITY, // what is edited is not changed under the hand
  })

export const catalogueOf = (ws: string) =>
  queryOptions({
    queryKey: ['catalogue', ws],
    queryFn: () => answered(api.GET('/api/w/{ws}/catalogue', { params: { path: { ws } } })),
    staleTime: 60_000,
  })

/** How many members a rule holds for now. A rule that takes too long fails at once: asking again would take as long. */
export const countOf = (ws: string, rule: Rule) =>
  queryOptions({
    queryKey: ['count', ws, rule],
    queryFn: async ({ signal }) =>
      (await answered(api.POST('/api/w/{ws}/segments/count', { params: { path: { ws } }, body: { rule }, signal })))
        .count,
    staleTime: 30_000,
    retry: false,
  })

export const peopleOfRule = (ws: string, rule: Rule) =>
  infiniteQueryOptions({
    queryKey: ['people-of', ws, rule],
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
    queryFn: ({ pageParam, signal }) => {
      const body = { rule, ...(pageParam === '' ? {} : { after: pageParam }) }
      return answered(api.POST('/api/w/{ws}/segments/people', { params: { path: { ws } }, body, signal }))
    },
    retry: false,
  })

/** Makes a segment (no `etag`) or changes the one that was read with it. */
export const saveSegment = (ws: string, key: string, body: { name: string; rule: Rule }, etag: string | undefined) =>
  api.PUT('/api/w/{ws}/segments/{key}', {
    params: { path: { ws, key }, ...(etag ? { header: { 'if-match': etag } } : {}) },
    body,
  })

/** Whom a segment held when it was computed last; null where nobody asked for that yet. */
export type Computed = Segment['computed']

/** Whether a set is to be computed by now. */
export const isDue = ({ nextAt }: NonNullable<Computed>): boolean => nextAt !== null && Date.parse(nextAt) <= Date.now()

/** Asked again while it is on its way. */
export const computedOf = (ws: string, key: string) =>
  queryOptions({
    queryKey: ['computed', ws, key],
    queryFn: async (): Promise<Computed> =>
      (await answered(api.GET('/api/w/{ws}/segments/{key}', { params: { path: { ws, key } } }))).computed,
    refetchInterval: ({ state: { data } }) => (data && isDue(data) ? 1_000 : false),
  })
export type Every = NonNullable<Computed>['every']

export const computeSegment = (ws: string, key: string, every: Every) =>
  answered(api.POST('/api/w/{ws}/segments/{key}/compute', { params: { path: { ws, key } }, body: { every } }))

export const deleteSegment = (ws: string, key: string, etag: string) =>
  api.DELETE('/api/w/{ws}/segments/{key}', { params: { path: { ws, key }, header: { 'if-match': etag } } })
