import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { invite, letIn, openSignIn, type Role } from '../engine/access/face.ts'
import { id, type MemberId, type TenantId } from '../engine/core/ids.ts'
import type { Json, JsonObject } from '../engine/core/json.ts'
import { loadPoints } from '../engine/loyalty/face.ts'
import { issueApiKey, saveSegment } from '../engine/members/face.ts'
import { saveAccount } from '../engine/reach/face.ts'
import { engineOf } from '../engine/runtime/engine.ts'
import { createJourney, openJourney } from '../engine/runtime/journeys/shelf.ts'
import { publish } from '../engine/runtime/publish.ts'
import { findMember, traceMember } from '../engine/runtime/trace.ts'
import { settled, wind } from '../engine/runtime/wind.ts'
import { openStore } from '../engine/store/store.ts'
import { type MailCatcher, startMailCatcher } from '../engine/testing/mail-catcher.ts'
import { registry } from '../nodes/definitions.ts'
import { effects } from '../nodes/effects.ts'
import { SECRET, type Served } from './servers.ts'

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const
/** `3 days`, `90 minutes`: what a clock is wound by. */
export type Span = `${number} ${keyof typeof UNITS}${'' | 's'}`

/** Somebody who works in the workspace, and can sign in. */
export interface Colleague {
  readonly email: string
  readonly password: string
}

/** A workspace of one test, with a clock that stands until it is wound: what journey tests begin with. */
export interface TestWorkspace {
  readonly key: string
  /** Where the pages and the API are. */
  readonly url: string
  /** For `@segment/analytics-node` and whoever else posts events. */
  readonly writeKey: string
  /** Every mail that was sent from here by the account `main`. */
  readonly mails: MailCatcher['messages']
  now(): Date
  /** Lets somebody in who can do what the role may. */
  colleague(role: Role): Promise<Colleague>
  /** Invites an address; answers the link. An expired one was open until a moment ago. */
  invitation(email: string, expired?: 'expired'): Promise<string>
  /** Makes a member by the API. With an e-mail address, it may be mailed. */
  member(user: string, attributes?: JsonObject): Promise<void>
  /** Posts an event of a member by the API, at the workspace's time. */
  post(user: string, event: string, properties?: JsonObject): Promise<void>
  /** Writes over what a member entered its journeys with, as whoever mends data by hand does. */
  mend(user: string, entered: JsonObject): Promise<void>
  /** A file of e2e/journeys or of the demo, or a document. */
  publish(journey: string | JsonObject): Promise<void>
  /** Makes a journey that is drawn and not published: a file as of `publish`, or a document; answers its key. */
  drawn(journey: string | JsonObject): Promise<string>
  /** What the server has of a journey's draft. */
  draft(journey: string): Promise<JsonObject>
  segment(key: string, rule: JsonObject): Promise<void>
  /** Winds the clock through everything that is due on the way. */
  wind(by: Span): Promise<void>
  /** Resolves once nothing is left to do now. */
  settled(): Promise<void>
  /** What a member did in a journey: `start:next big:yes …`, its entries joined by ` | `, and where it stands as ` @node`. */
  path(user: string, journey: string): Promise<string>
  points(user: string): Promise<number>
  /** Titles of what is in a member's inbox, oldest first. */
  inbox(user: string): Promise<string[]>
  tags(user: string): Promise<string[]>
  /** Rows of a statement over the workspace’s own tables. */
  rows<T extends object>(statement: string, values?: readonly Json[]): Promise<T[]>
  close(): Promise<void>
}

/** Makes the workspace on the servers of the run, with a mail account `main`. */
export async function makeWorkspace(start = new Date('2026-03-02T02:00:00Z')): Promise<TestWorkspace> {
  const { url, database }: Served = JSON.parse(process.env.WAYMARK_E2E ?? '')
  const store = openStore(database, { connections: 4, advancers: 1 })
  const engine = engineOf(store, registry, effects)
  const key = `qa-${randomUUID().slice(0, 8)}`
  const [row] = await store.acrossTenants((sql) =>
    sql.query<{ id: number }>(
      "INSERT INTO tenant (key, name, zone, wound_at) VALUES ($1, '禾木生活', 'Asia/Shanghai', $2) RETURNING id",
      [key, start],
    ),
  )
  const tenant = id<TenantId>(row?.id ?? 0)
  const catcher = await startMailCatcher()
  const signIn = openSignIn(store, { secret: SECRET })
  const writeKey = await store.withDb(tenant, async (tx) => {
    await saveAccount(tx, { channel: 'email', key: 'main', settings: mailSettings(catcher) })
    return issueApiKey(tx, 'e2e', ['write'], 'e2e')
  })
  let now = start.getTime()
  const of = <T>(user: string, read: (member: MemberId, tx: Parameters<typeof traceMember>[1]) => Promise<T>) =>
    store.withDb(tenant, async (tx) => read(await findMember(tx, user), tx))
  const call = async (path: string, body: JsonObject) => {
    const answer = await fetch(`${url}/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${writeKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messageId: randomUUID(), timestamp: new Date(now).toISOString(), ...body }),
    })
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
  }
  const texts = (user: string, text: string) =>
    of(user, async (member, tx) => (await tx.sql.query<{ text: string }>(text, [member])).map((r) => r.text))

  return {
    key,
    url,
    writeKey,
    mails: catcher.messages,
    now: () => new Date(now),
    async colleague(role) {
      const colleague = { email: `${role}-${key}@example.com`, password: `e2e-${randomUUID()}` }
      const person = await signIn.addPerson({ ...colleague, name: role })
      await store.inTenant(tenant, async (tx) => letIn(tx, person.id, role))
      return colleague
    },
    async invitation(email, expired) {
      const { token, invitation } = await invite(store, tenant, { email, role: 'operator' }, 'e2e')
      if (expired)
        await store.inTenant(tenant, async (tx) =>
          tx.sql.write('UPDATE invitation SET expires_at = clock_timestamp() WHERE id = $1', [invitation.id]),
        )
      return `${url}/invitation/${token}`
    },
    async member(user, attributes = {}) {
      await call('identify', { userId: user, traits: attributes })
      if (attributes.email === undefined) return
      await of(user, (member, tx) =>
        tx.sql.query(
          `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
           VALUES ($1, $2, 'email', 'marketing', true, 'e2e', now())`,
          [tenant, member],
        ),
      )
    },
    post: (user, event, properties = {}) => call('track', { userId: user, event, properties }),
    mend: (user, entered) =>
      of(user, async (member, tx) => {
        await tx.sql.query('UPDATE enrolment SET data = $2 WHERE member_id = $1', [member, entered])
      }),
    async publish(journey) {
      const document: Json = typeof journey === 'string' ? readJourney(journey) : journey
      await store.withDb(tenant, (tx) => publish(engine, tx, document, 'e2e'))
    },
    async drawn(journey) {
      const document = typeof journey === 'string' ? readJourney(journey) : journey
      return store.withDb(tenant, (tx) => createJourney(tx, { document }, { actor: 'e2e', name: 'e2e' }))
    },
    draft: (journey) => store.withDb(tenant, async (tx) => (await openJourney(tx, journey)).draft.document),
    async segment(segment, rule) {
      await store.withDb(tenant, (tx) => saveSegment(tx, { key: segment, name: segment, rule }))
    },
    async wind(by) {
      const [amount, unit] = by.split(' ')
      now += Number(amount) * UNITS[unit?.replace(/s$/, '') as keyof typeof UNITS] // `Span` says so
      await wind(store, tenant, now)
    },
    settled: () => settled(store, tenant),
    path: (user, journey) =>
      of(user, async (member, tx) => {
        const { entries } = await traceMember(engine, tx, journey, member)
        return entries
          .map(({ visits, stands }) =>
            [...visits.map((v) => `${v.node}:${v.outcome}`), ...(stands ? [`@${stands.node}`] : [])].join(' '),
          )
          .join(' | ')
      }),
    points: (user) => of(user, async (member, tx) => (await loadPoints(tx, [member], 'spendable'))[0] ?? 0),
    inbox: (user) =>
      texts(
        user,
        // The plan has its nodes in another order than the document.
        `SELECT d #>> '{settings,title}' AS text FROM message m JOIN version v ON v.id = m.version_id,
         jsonb_array_elements(v.document -> 'nodes') d WHERE m.member_id = $1 AND m.channel = 'inbox'
         AND d ->> 'id' = v.plan #>> ARRAY['nodes', m.node::text, 'id'] ORDER BY m.planned_at`,
      ),
    tags: (user) => texts(user, 'SELECT tag AS text FROM member_tag WHERE member_id = $1 ORDER BY tag'),
    rows: <T extends object>(statement: string, values: readonly Json[] = []) =>
      store.withDb(tenant, (tx) => tx.sql.query<T>(statement, values)),
    async close() {
      await Promise.all([signIn.close(), catcher.stop()])
      engine.senders.close()
      await store.close()
    },
  }
}

const mailSettings = ({ host, port }: MailCatcher) => ({
  host,
  port,
  security: 'none',
  unsubscribe: 'https://example.com/u',
  from: { name: '小店', address: 'shop@example.com' },
})

/** A journey by the name of its file. */
export function readJourney(name: string): JsonObject {
  const folders = ['./journeys/', '../engine/cli/demo/', '../engine/cli/demo/cdnow/']
  for (const folder of folders) {
    try {
      return JSON.parse(readFileSync(new URL(`${folder}${name}.journey.json`, import.meta.url), 'utf8'))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  throw new Error(`no file ${name}.journey.json is in e2e/journeys or the demo`)
}
