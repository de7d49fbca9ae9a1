import { Command } from 'commander'
import { pokeRows } from '../../runtime/poke-rows.ts'
import { reconcile } from '../../runtime/reconcile.ts'
import { Progress } from '../progress.ts'
import { answer, withEngine, withJson } from '../workspace.ts'

export const reconcileCommand = (): Command =>
  withJson(new Command('reconcile'))
    .description('wake everything that is overdue by a minute, such as after Temporal lost its data')
    .action(({ json }: { json?: boolean }) =>
      withEngine(async ({ store }) => {
        const progress = new Progress('reconcile', 'woken')
        const poke = pokeRows(store)
        let done = 0
        const overdue = await reconcile(store, async (target) => {
          await poke(target)
          progress.show(++done)
        }).finally(() => progress.end())
        answer(json, { overdue }, () =>
          overdue > 0
            ? `${overdue} shards and lanes were overdue: the running Waymark wakes them now`
            : 'nothing is overdue',
        )
      }),
    )
