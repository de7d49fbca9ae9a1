import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'
import type { paths } from '../../api/schema.gen.ts'

type ListPath = paths['/api/w/{ws}/journeys']['get']
export type JourneyList = ListPath['responses'][200]['content']['application/json']
export type JourneyRow = JourneyList['journeys'][number]
export type JourneyState = JourneyRow['state']
export type JourneyFilter = Omit<NonNullable<ListPath['parameters']['query']>, 'after'>
export type Template = paths['/api/w/{ws}/templates']['get']['responses'][200]['content']['application/json'][number]

/** Numbers of a list may be so old. */
const LIST_MS = 10_000

export const listOf = (ws: string, filter: JourneyFilter) =>
  infiniteQueryOptions({
    queryKey: ['journeys', ws, filter],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/w/{ws}/journeys', {
          params: { path: { ws }, query: { ...filter, ...(pageParam === null ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null, // null is the first page
    getNextPageParam: (page: JourneyList) => page.next,
    placeholderData: (before) => before,
    refetchInterval: LIST_MS,
  })

export const templatesOf = (ws: string) =>
  queryOptions({
    queryKey: ['templates', ws],
    queryFn: () => answered(api.GET('/api/w/{ws}/templates', { params: { path: { ws } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
