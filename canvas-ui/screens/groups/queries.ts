import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'

export const groupsOf = (ws: string) =>
  queryOptions({
    queryKey: ['groups', ws],
    queryFn: async () => (await answered(api.GET('/api/w/{ws}/groups', { params: { path: { ws } } }))).groups,
  })
export type Group = Awaited<ReturnType<NonNullable<ReturnType<typeof groupsOf>['queryFn']>>>[number]

export const groupOf = (ws: string, key: string) =>
  queryOptions({
    queryKey: ['groups', ws, key],
    queryFn: () => answered(api.GET('/api/w/{ws}/groups/{key}', { params: { path: { ws, key } } })),
  })

export const peopleOfGroup = (ws: string, key: string) =>
  infiniteQueryOptions({
    queryKey: ['groups', ws, key, 'people'],
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
    queryFn: ({ pageParam }) => {
      const query = pageParam === '' ? {} : { after: pageParam }
      return answered(api.GET('/api/w/{ws}/groups/{key}/members', { params: { path: { ws, key }, query } }))
    },
  })

/** Makes a group (`isNew`), or calls it another name. */
export const saveGroup = (ws: string, { key, name, isNew }: { key: string; name: string; isNew: boolean }) =>
  isNew
    ? answered(api.POST('/api/w/{ws}/groups', { params: { path: { ws } }, body: { key, name } }))
    : answered(api.PATCH('/api/w/{ws}/groups/{key}', { params: { path: { ws, key } }, body: { name } }))

export const deleteGroup = (ws: string, key: string) =>
  answered(api.DELETE('/api/w/{ws}/groups/{key}', { params: { path: { ws, key } } }))

export type Bad = 'keep-good' | 'keep-nothing'
export type People = Record<string, string>[]

/** Puts the people of a list into a group: the text of a CSV file, or what a JSON file holds. */
export const uploadList = (ws: string, key: string, list: string | People, bad: Bad) =>
  answered(
    api.POST('/api/w/{ws}/groups/{key}/list', {
      params: { path: { ws, key }, query: { bad } },
      ...(typeof list === 'string'
        ? { body: list, bodySerializer: (text: unknown) => String(text), headers: { 'content-type': 'text/csv' } }
        : { body: { people: list } }),
    }),
  )
