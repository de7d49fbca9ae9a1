import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  acceptInvitation,
  actorOf,
  changeRole,
  colleagues,
  Email,
  type Invitation,
  invitations,
  invite,
  openInvitation,
  placesOf,
  ROLES,
  type SignIn,
  takeBack,
  takeOut,
} from '../access/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { aboutOf } from './about.ts'
import { addressOf, InWorkspace, personOf, workspaceOf } from './guard.ts'
import { Instant, iso } from './instant.ts'

import { Password, type Sessions } from './sessions.ts'

const Role = z.enum(ROLES)
const Done = z.object({ done: z.literal(true) })
const done = { done: true as const }
const Person = z.object({ id: z.string(), email: z.string(), name: z.string() })
const Me = z.object({
  person: Person,
  workspaces: z.array(z.object({ key: z.string(), name: z.string(), zone: z.string(), role: Role })),
})
const Colleague = Person.extend({ role: Role, since: Instant, you: z.boolean() })
const Invited = z.object({
  id: z.string(),
  email: z.string(),
  role: Role,
  expiresAt: Instant,
  expired: z.boolean(),
})
const InvitedNow = Invited.extend({ link: z.string().describe('opens the invitation; shown this once') })
const Opened = z.object({
  workspace: z.object({ key: z.string(), name: z.string() }),
  email: z.string(),
  role: Role,
  known: z.boolean().describe('whether the address has a password here already'),
})

const PersonId = InWorkspace.extend({ person: z.uuid() })
const InvitationId = InWorkspace.extend({ invitation: z.string().regex(/^[1-9]\d{0,15}$/) })
const Token = z.string().min(1).max(100)

const shown = (invitation: Invitation) => ({ ...invitation, expiresAt: iso(invitation.expiresAt) })

export interface People {
  readonly engine: Engine
  readonly signIn: SignIn
  readonly sessions: Sessions
  /** Tries to open or accept an invitation from one address in a minute. */
  readonly perMinute: number
}

/** Who is signed in, who works in a workspace, and who is invited to it. */
export const people: FastifyPluginAsyncZod<People> = async (app, { engine, signIn, sessions, perMinute }) => {
  const { store } = engine
  const about = aboutOf('people')

  app.get(
    '/me',
    { config: { asks: 'signed-in' }, schema: about('Who is signed in, and where they work', Me) },
    async (request) => {
      const person = personOf(request)
      const places = await placesOf(store, person.id)
      return { person, workspaces: places.map(({ key, name, zone, role }) => ({ key, name, zone, role })) }
    },
  )

  app.get(
    '/w/:ws/people',
    {
      config: { asks: 'people.read' },
      schema: { params: InWorkspace, ...about('Who works here', z.object({ people: z.array(Colleague) })) },
    },
    async (request) => {
      const me = personOf(request).id
      const found = await colleagues(store, workspaceOf(request).tenant)
      return { people: found.map((person) => ({ ...person, since: iso(person.since), you: person.id === me })) }
    },
  )
  app.patch(
    '/w/:ws/people/:person',
    {
      config: { asks: 'people.manage' },
      schema: {
        params: PersonId,
        body: z.strictObject({ role: Role }),
        ...about('Change what a colleague may do', Done),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      await store.withDb(tenant, (tx) => changeRole(tx, request.params.person, request.body.role, actor))
      return done
    },
  )
  app.delete(
    '/w/:ws/people/:person',
    { config: { asks: 'people.manage' }, schema: { params: PersonId, ...about('Take a colleague out', Done) } },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      await store.withDb(tenant, (tx) => takeOut(tx, request.params.person, actor))
      return done
    },
  )

  app.get(
    '/w/:ws/invitations',
    {
      config: { asks: 'people.manage' },
      schema: {
        params: InWorkspace,
        ...about('Who is invited and has not come yet', z.object({ invitations: z.array(Invited) })),
      },
    },
    async (request) => ({
      invitations: (await store.withDb(workspaceOf(request).tenant, invitations)).map(shown),
    }),
  )
  app.post(
    '/w/:ws/invitations',
    {
      config: { asks: 'people.manage' },
      schema: {
        params: InWorkspace,
        body: z.strictObject({ email: Email, role: Role }),
        ...about('Invite somebody; an earlier invitation of the address no longer opens', InvitedNow),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { invitation, token } = await invite(store, tenant, request.body, actor)
      return { ...shown(invitation), link: `${addressOf(request, signIn.publicUrl)}/invitation/${token}` }
    },
  )
  app.delete(
    '/w/:ws/invitations/:invitation',
    {
      config: { asks: 'people.manage' },
      schema: { params: InvitationId, ...about('Take an invitation back', Done) },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      await store.withDb(tenant, (tx) => takeBack(tx, request.params.invitation, actor))
      return done
    },
  )

  // The token comes in the body: an address is logged.
  const open = { asks: 'nobody', rateLimit: { max: perMinute, timeWindow: 60_000 } } as const
  app.post(
    '/invitations/open',
    { config: open, schema: { body: z.strictObject({ token: Token }), ...about('What an invitation is for', Opened) } },
    async (request) => {
      const { workspace, email, role, known } = await openInvitation(store, request.body.token)
      return { workspace, email, role, known }
    },
  )
  app.post(
    '/invitations/accept',
    {
      config: open,
      schema: {
        body: z.strictObject({
          token: Token,
          name: z.string().trim().min(1).max(80).optional().describe('of a person who is new here'),
          password: Password.describe('a new one, or the one that the person has here already'),
        }),
        ...about('Come in by an invitation, and be signed in', z.object({ workspace: z.string() })),
      },
    },
    async (request, reply) => {
      const { token, name, password } = request.body
      const { tenant, workspace, email, known } = await openInvitation(store, token)
      if (!known) await signIn.addPerson({ email, name: name ?? email.split('@')[0] ?? email, password })
      const person = await sessions.enter(request, reply, { email, password })
      await store.withDb(tenant, (tx) => acceptInvitation(tx, token, person, actorOf(person)))
      return { workspace: workspace.key }
    },
  )
}
