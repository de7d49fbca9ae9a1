import { Command, Option } from 'commander'
import { colleagues, Email, invitations, invite, newPassword, ROLES, type Role } from '../../access/face.ts'
import { UserError } from '../../core/errors.ts'
import { startSignIn } from '../parts.ts'
import { dataRoot } from '../set-up/data-root.ts'
import { table } from '../table.ts'
import {
  answer,
  inWorkspace,
  PROJECT,
  type WorkspaceOptions,
  withEngine,
  withJson,
  withWorkspace,
} from '../workspace.ts'

interface Invite extends WorkspaceOptions {
  readonly role: Role
}

const invitation = (): Command =>
  inWorkspace(new Command('invite'))
    .description('invite somebody; the link is shown this once, and opens for 7 days')
    .argument('<email>', 'the e-mail address to sign in by')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).default('operator'))
    .action(async (text: string, { workspace, json, role }: Invite) => {
      const email = Email.safeParse(text)
      if (!email.success) throw new UserError('email-invalid', `“${text}” is no e-mail address.`)
      await withWorkspace(workspace, async ({ store }, tenant) => {
        const { token } = await invite(store, tenant, { email: email.data, role }, 'command line')
        const path = `/invitation/${token}`
        const link = (process.env.WAYMARK_PUBLIC_URL ?? 'http://127.0.0.1:4000').replace(/\/$/, '') + path
        answer(json, { email: email.data, role, path, link }, () => link)
      })
    })

const list = (): Command =>
  inWorkspace(new Command('list'))
    .description('who works in a workspace, and who is invited')
    .action(async ({ workspace, json }: WorkspaceOptions) => {
      await withWorkspace(workspace, async ({ store }, tenant) => {
        const here = await colleagues(store, tenant)
        const invited = await store.withDb(tenant, invitations)
        const people = [
          ...here.map(({ email, name, role }) => ({ email, name, role, state: 'works here' })),
          ...invited.map(({ email, role, expired }) => ({
            ...{ email, name: '', role, state: expired ? 'invitation expired' : 'invited' },
          })),
        ]
        answer(json, people, () =>
          table(
            ['e-mail', 'name', 'role', 'state'],
            people.map(({ email, name, role, state }) => [email, name, role, state]),
          ),
        )
      })
    })

const password = (): Command =>
  withJson(new Command('password'))
    .description('give somebody a new password; it is shown this once, and they are signed out everywhere')
    .argument('<email>', 'the e-mail address they sign in by')
    .action((email: string, { json }: { json?: boolean }) =>
      withEngine(async ({ store }) => {
        const signIn = startSignIn(store, dataRoot(PROJECT))
        try {
          const made = newPassword()
          await signIn.resetPassword(email.toLowerCase(), made)
          answer(json, { email, password: made }, () => made)
        } finally {
          await signIn.close()
        }
      }),
    )

export const peopleCommand = (): Command =>
  new Command('people')
    .description('who may sign in and work in a workspace')
    .addCommand(list())
    .addCommand(invitation())
    .addCommand(password())
