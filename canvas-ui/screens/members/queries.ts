import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'
import type { paths } from '../../api/schema.gen.ts'
import type { Language } from '../../locale/language.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type MemberList = Answer<'/api/w/{ws}/members'>
export type Person = MemberList['members'][number]
export type Profile = Answer<'/api/w/{ws}/members/{member}'>
export type TimelineItem = Answer<'/api/w/{ws}/members/{member}/timeline'>['items'][number]
export type Message = Answer<'/api/w/{ws}/members/{member}/messages'>['messages'][number]
export type Entry = Answer<'/api/w/{ws}/members/{member}/journeys'>['entries'][number]
export type WhyNot = NonNullable<Answer<'/api/w/{ws}/members/{member}/journeys'>['whyNot']>[number]
export type Explained = Answer<'/api/w/{ws}/members/{member}/journeys/{enrolment}/explain'>

const place = (after: string) => (after === '' ? {} : { after })
const past = (before: string) => (before === '' ? {} : { before })
const pages = { initialPageParam: '', getNextPageParam: (page: { next: string | null }) => page.next } as const

export const membersOf = (ws: string, search: string) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['members', ws, search],
    queryFn: ({ pageParam, signal }) => {
      const query = { search, ...place(pageParam) }
      return answered(api.GET('/api/w/{ws}/members', { params: { path: { ws }, query }, signal }))
    },
  })

export const profileOf = (ws: string, member: string) =>
  queryOptions({
    queryKey: ['member', ws, member],
    queryFn: () => answered(api.GET('/api/w/{ws}/members/{member}', { params: { path: { ws, member } } })),
  })

export const timelineOf = (ws: string, member: string, kinds: string | undefined) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['timeline', ws, member, kinds],
    queryFn: ({ pageParam }) => {
      const query = { ...past(pageParam), ...(kinds ? { kinds } : {}) }
      return answered(api.GET('/api/w/{ws}/members/{member}/timeline', { params: { path: { ws, member }, query } }))
    },
  })

export const messagesOf = (ws: string, member: string, channel: string | undefined) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['messages', ws, member, channel],
    queryFn: ({ pageParam }) => {
      const query = { ...past(pageParam), ...(channel ? { channel } : {}) }
      return answered(api.GET('/api/w/{ws}/members/{member}/messages', { params: { path: { ws, member }, query } }))
    },
  })

export const journeysOf = (ws: string, member: string, language: Language) =>
  queryOptions({
    queryKey: ['member-journeys', ws, member, language],
    queryFn: () =>
      answered(
        api.GET('/api/w/{ws}/members/{member}/journeys', { params: { path: { ws, member }, query: { language } } }),
      ),
  })

/** One entry in the reader's language. */
export const explanationOf = (ws: string, member: string, enrolment: string, language: Language) =>
  queryOptions({
    queryKey: ['explain', ws, member, enrolment, language],
    queryFn: () =>
      answered(
        api.GET('/api/w/{ws}/members/{member}/journeys/{enrolment}/explain', {
          params: { path: { ws, member, enrolment }, query: { language } },
        }),
      ),
  })
