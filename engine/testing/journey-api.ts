import type { InjectOptions } from 'fastify'
import { actorOf } from '../access/face.ts'
import type { TestApi } from './api.ts'

/** The routes of journeys, asked by two operators who are signed in: by Ann, where Bo is not named. */
export async function journeyApi(api: TestApi) {
  const people = { Ann: await api.person('Ann@x.io', 'operator'), Bo: await api.person('Bo@x.io', 'operator') }
  type Name = keyof typeof people
  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    payload?: unknown,
    headers: Record<string, string> = {},
    as: Name = 'Ann',
  ) =>
    api.app.inject({
      ...{ method, url: `/api/w/t${path}`, headers: { cookie: people[as].cookie, ...headers } },
      ...(payload === undefined ? {} : { payload: payload as NonNullable<InjectOptions['payload']> }), // JSON, or bytes
    })
  return {
    /** What the audit calls somebody. */
    actor: (name: Name) => actorOf(people[name]),
    get: (path: string) => send('GET', path),
    post: (path: string, payload?: unknown, headers = {}, as: Name = 'Ann') => send('POST', path, payload, headers, as),
    put: (path: string, payload: unknown) => send('PUT', path, payload),
    patch: (path: string, payload: unknown) => send('PATCH', path, payload),
    save: (key: string, document: unknown, revision: number, as: Name = 'Ann') =>
      send('PUT', `/journeys/${key}/draft`, { document }, { 'if-match': `"${revision}"` }, as),
    publish: (key: string, revision: number) =>
      send('POST', `/journeys/${key}/publish`, undefined, { 'if-match': `"${revision}"` }),
  }
}

/** An event, and a wait of a day before the end. */
export const waitingJourney = (key: string, more: object = {}) => ({
  schema: 1,
  key,
  name: key,
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    {
      id: 'day',
      type: 'wait',
      version: 1,
      name: 'day',
      settings: { kind: 'duration', duration: { amount: 1, unit: 'day' } },
    },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'day' },
    { from: 'day', outcome: 'done', to: 'end' },
  ],
  ...more,
})
