import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem.ts'
import type { paths } from './schema.gen.ts'

/** `signed-out`: an answer said that the session has ended. */
export const sessionEvents = new EventTarget()

const answers: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return
    const problem = Problem.of(response.status, await response.json().catch(() => undefined))
    if (problem.code === 'signed-out') sessionEvents.dispatchEvent(new Event('signed-out'))
    throw problem
  },
  onError: ({ error }) => (error instanceof Error && error.name === 'AbortError' ? error : Problem.offline()),
}

/** The HTTP API, typed as the server describes it. Every call throws a `Problem` where it was refused or not heard. */
export const api = createClient<paths>({ credentials: 'same-origin' })
api.use(answers)

/** What a call of `api` answered, for what throws is not in its type. */
export async function answered<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call
  if (data === undefined) throw new Error('the server answered nothing')
  return data
}
