import { Command } from 'commander'
import { temporalConfig } from '../../../temporal.config.ts'
import { makeOwner } from '../../access/face.ts'
import { openLog } from '../log.ts'
import { Parts, startDriver, startHttp, startSignIn, startUpkeep } from '../parts.ts'
import { checkTemporal } from '../set-up/local-temporal.ts'
import { withEngine } from '../workspace.ts'

export const serveCommand = (): Command =>
  new Command('serve')
    .description('the HTTP API at HOST and PORT, and the worker that carries out journeys')
    .option('--no-worker', 'the HTTP API alone: `waymark worker` carries out journeys elsewhere')
    .action(({ worker }: { worker: boolean }) => run({ http: true, worker }))

export const workerCommand = (): Command =>
  new Command('worker')
    .description('carry out journeys: on Temporal at TEMPORAL_ADDRESS, else on the database alone')
    .action(() => run({ http: false, worker: true }))

/** Serves until a signal comes. */
async function run({ http, worker }: { http: boolean; worker: boolean }): Promise<void> {
  const address = process.env.TEMPORAL_ADDRESS
  if (worker && address) await checkTemporal(address, temporalConfig)
  const parts = new Parts()
  await withEngine((engine, database) =>
    parts.whileRunning(async () => {
      const log = openLog('info')
      if (http) {
        const signIn = await parts.add(
          () => startSignIn(engine.store),
          (it) => it.close(),
        )
        const { WAYMARK_OWNER_EMAIL: email, WAYMARK_OWNER_PASSWORD: password } = process.env
        // Without both, `waymark people invite` brings the first in: a password in a log would stay there.
        if (email && password) await makeOwner(engine.store, signIn, { email, password })
        await parts.add(
          () => startHttp(engine, signIn, database, log),
          (it) => it.close(),
        )
      }
      if (!worker) return
      const driver = await parts.add(
        () => startDriver(engine, address ? { address, tls: temporalConfig.tls } : undefined, log),
        (it) => it.stop(),
      )
      await parts.add(
        () => startUpkeep(engine, log),
        (it) => it.stop(),
      )
      log.info(`journeys are carried out by the driver ${driver.name}`)
    }),
  )
}
