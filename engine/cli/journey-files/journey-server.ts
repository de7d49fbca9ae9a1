import { z } from 'zod'
import * as shape from '../../api/journey-shapes.ts'
import { ProblemDocument } from '../../api/problems.ts'
import { UserError } from '../../core/errors.ts'
import { parseDocument } from '../../core/journey/compile.ts'
import type { JourneyDocument } from '../../core/journey/document.ts'

/** Where the API is, and who asks. */
export interface ServerAddress {
  /** Such as `https://waymark.example.com`. */
  readonly url: string
  readonly workspace: string
  readonly email: string
  readonly password: string
}

/** What is drawn of a journey on the server. */
export interface ServerDraft {
  readonly document: JourneyDocument
  readonly revision: number
  readonly savedBy: string | null
  readonly isArchived: boolean
  /** It has changes that are not published. */
  readonly isAhead: boolean
}

interface Asking {
  readonly body?: unknown
  readonly revision?: number
}

/** The journeys of a workspace, by the HTTP API as the person who signed in. Throws UserErrors in the words of its problems. */
export class JourneyServer {
  private cookie = ''

  private constructor(private readonly address: ServerAddress) {}

  /** What files remember it by. */
  get name(): string {
    return `${this.address.url}/${this.address.workspace}`
  }

  static async open(address: ServerAddress): Promise<JourneyServer> {
    const server = new JourneyServer(address)
    const { email, password } = address
    const answer = await server.send('POST', '/api/auth/sign-in/email', { body: { email, password } })
    if (!answer.ok) throw await refusalOf(answer)
    server.cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    return server
  }

  /** Keys of all journeys that are not archived, in order. */
  async keys(): Promise<string[]> {
    const keys: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after === '' ? '' : `?after=${encodeURIComponent(after)}`
      const { journeys, next }: z.infer<typeof ListPage> = ListPage.parse(await this.ask('GET', `/journeys${query}`))
      keys.push(...journeys.map(({ key }) => key))
      after = next
    }
    return keys.sort()
  }

  /** What is drawn of a journey; undefined where there is none of this key. */
  async draft(key: string): Promise<ServerDraft | undefined> {
    const answer = await this.send('GET', this.at(`/journeys/${key}`))
    const said: unknown = answer.ok ? await answer.json() : undefined
    if (said === undefined) {
      const refusal = await refusalOf(answer)
      if (refusal.code === 'journey-unknown') return undefined
      throw refusal
    }
    const { draft, state, hasDraft } = Opened.parse(said)
    const { document } = parseDocument(draft.document)
    if (!document)
      throw new UserError('document-too-new', `Journey “${key}” is of a newer Waymark than this program: upgrade it.`)
    const { revision, savedBy } = draft
    return { document, revision, savedBy, isArchived: state === 'archived', isAhead: hasDraft }
  }

  /** Makes a journey of its document; answers the revision of its draft. Throws where another took the key meanwhile. */
  async create(document: JourneyDocument): Promise<number> {
    const { key } = shape.Created.parse(await this.ask('POST', '/journeys', { body: { document } }))
    if (key !== document.key)
      throw new UserError(
        'journey-key-taken',
        `The server made “${key}” of ${document.key}: that key is taken, or longer than 50 characters. Rename yours, and archive “${key}”.`,
      )
    const made = await this.draft(key)
    if (!made) throw new Error(`journey ${key} was made and is not there`)
    return made.revision
  }

  /** Saves what is drawn, if it is at this revision still; answers the next one. */
  async save(document: JourneyDocument, revision: number): Promise<number> {
    const asking = { body: { document }, revision }
    return shape.Saved.parse(await this.ask('PUT', `/journeys/${document.key}/draft`, asking)).revision
  }

  /** Publishes what is drawn, if it is at this revision still; answers the number of the version. */
  async publish(key: string, revision: number): Promise<number> {
    return shape.Published.parse(await this.ask('POST', `/journeys/${key}/publish`, { revision })).version
  }

  /** Asks that a second person publish what is drawn, if it is at this revision still. */
  async askApproval(key: string, revision: number, note: string): Promise<void> {
    await this.ask('POST', `/journeys/${key}/approvals`, { revision, body: { note } })
  }

  private at(path: string): string {
    return `/api/w/${this.address.workspace}${path}`
  }

  private async ask(method: string, path: string, asking: Asking = {}): Promise<unknown> {
    const answer = await this.send(method, this.at(path), asking)
    if (!answer.ok) throw await refusalOf(answer)
    return answer.json()
  }

  private async send(method: string, path: string, { body, revision }: Asking = {}): Promise<Response> {
    const headers = {
      'accept-language': 'en',
      ...(this.cookie === '' ? {} : { cookie: this.cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    }
    try {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      return await fetch(this.address.url + path, { method, headers, ...sent })
    } catch (error) {
      const why = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
      throw new UserError('server-away', `${this.address.url} does not answer${why}. Start it, or name it by --server.`)
    }
  }
}

const ListPage = z.object({ journeys: z.array(z.object({ key: z.string() })), next: z.string().nullable() })
const Opened = shape.Journey.pick({ draft: true, state: true, hasDraft: true })

async function refusalOf(answer: Response): Promise<UserError> {
  const said = ProblemDocument.safeParse(await answer.json().catch(() => undefined))
  if (!said.success)
    return new UserError('server-odd', `${new URL(answer.url).origin} answered ${answer.status}, and is no Waymark.`)
  const { code, title, detail } = said.data
  return new UserError(code, code === 'wrong-password' ? `${title}. ${SIGN_IN}` : detail)
}

/** How a person who works with files signs in. */
export const SIGN_IN =
  'Set WAYMARK_SIGN_IN_EMAIL and WAYMARK_SIGN_IN_PASSWORD to those of somebody who may edit journeys in the workspace.'
