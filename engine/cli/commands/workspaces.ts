import { Command } from 'commander'
import { welcomeOwner } from '../../access/face.ts'
import { UserError } from '../../core/errors.ts'
import { id, type TenantId } from '../../core/ids.ts'
import { answer, withEngine, withJson } from '../workspace.ts'
import { zoneOption } from '../zone-option.ts'

interface Options {
  readonly name?: string
  readonly zone: string
  readonly json?: boolean
}

export const workspacesCommand = (): Command =>
  new Command('workspaces').description('workspaces: each has members and journeys of its own').addCommand(
    withJson(new Command('create'))
      .description('make an empty workspace')
      .argument('<key>', 'what commands call it: lower-case letters, digits and hyphens')
      .option('--name <name>', 'what people call it; else its key')
      .addOption(zoneOption('its time zone'))
      .action((key: string, { name = key, zone, json }: Options) => {
        if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 64)
          throw new UserError('workspace-key', `“${key}” cannot be a key: use lower-case letters, digits and hyphens.`)
        return withEngine(async ({ store }) => {
          const [row] = await store.acrossTenants((sql) =>
            sql.query<{ id: number }>(
              'INSERT INTO tenant (key, name, zone) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
              [key, name, zone],
            ),
          )
          if (!row) throw new UserError('workspace-exists', `There is a workspace “${key}” already.`)
          await welcomeOwner(store, id<TenantId>(row.id))
          answer(json, { key, name, zone }, () => `made workspace ${key}`)
        })
      }),
  )
