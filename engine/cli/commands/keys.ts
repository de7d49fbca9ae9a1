import { Command } from 'commander'
import { issueApiKey } from '../../members/face.ts'
import { answer, inWorkspace, type WorkspaceOptions, withWorkspace } from '../workspace.ts'

interface Options extends WorkspaceOptions {
  readonly name: string
}

export const keysCommand = (): Command =>
  new Command('keys').description('keys of the HTTP API').addCommand(
    inWorkspace(new Command('create'))
      .description('make a key that may write events; it is shown this once')
      .option('--name <name>', 'what it is for', 'command line')
      .action(async ({ workspace, json, name }: Options) => {
        await withWorkspace(workspace, async ({ store }, tenant) => {
          const key = await store.inTenant(tenant, (tx) => issueApiKey(tx, name, ['write'], 'command line'))
          answer(json, { key, name, scopes: ['write'] }, () => key)
        })
      }),
  )
