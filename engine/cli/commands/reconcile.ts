import { Command } from 'commander'
import { reconcile } from '../../runtime/reconcile.ts'
import { answer, withEngine, withJson } from '../workspace.ts'

export const reconcileCommand = (): Command =>
  withJson(new Command('reconcile'))
    .description('wake everything that is overdue by a minute, such as after Temporal lost its data')
    .action(({ json }: { json?: boolean }) =>
      withEngine(async ({ store }) => {
        const overdue = await reconcile(store)
        answer(json, { overdue }, () =>
          overdue > 0
            ? `${overdue} shards and lanes were overdue: the running Waymark wakes them now`
            : 'nothing is overdue',
        )
      }),
    )
