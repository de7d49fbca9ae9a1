import { Command } from 'commander'
import { passwordVariable, saveAccount } from '../../reach/face.ts'
import { readJson } from '../json-file.ts'
import { answer, inWorkspace, type WorkspaceOptions, withWorkspace } from '../workspace.ts'

interface Options extends WorkspaceOptions {
  readonly channel: string
}

export const accountsCommand = (): Command =>
  new Command('accounts').description('accounts that messages are sent by').addCommand(
    inWorkspace(new Command('save'))
      .description('make an account, or change it')
      .argument('<key>', 'what journeys call it')
      .argument('<file>', 'its settings, as JSON')
      .option('--channel <channel>', 'what it sends', 'email')
      .addHelpText(
        'after',
        `
Of an e-mail account: { "host": "smtp.example.com", "port": 587, "security": "starttls", "user": "shop",
  "from": { "name": "Shop", "address": "shop@example.com" }, "unsubscribe": "https://example.com/unsubscribe" }
Its password is never stored: the worker reads it from WAYMARK_EMAIL_<KEY>_PASSWORD.`,
      )
      .action(async (key: string, file: string, { workspace, json, channel }: Options) => {
        const settings = readJson(file)
        await withWorkspace(workspace, async ({ store }, tenant) => {
          await store.withDb(tenant, (tx) => saveAccount(tx, { channel, key, settings }))
          const variable = passwordVariable(channel, key)
          answer(
            json,
            { key, channel, passwordVariable: variable },
            () => `saved account ${key}; password: ${variable}`,
          )
        })
      }),
  )
