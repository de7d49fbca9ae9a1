import { freePort } from '../engine/cli/set-up/child-program.ts'
import { type Program, startProgram } from '../engine/testing/program.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { SECRET, type Served } from './servers.ts'
import { expect, test } from './test.ts'

const KEY = 'order-thanks'

/** A second server of the run's database: the pages and the API; journeys are carried out by the first. */
interface OwnServer {
  readonly url: string
  start(): Promise<void>
  stop(signal: NodeJS.Signals): Promise<void>
}

const withOwn = test.extend<{ own: OwnServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
  own: async ({}, use) => {
    const { database }: Served = JSON.parse(process.env.WAYMARK_E2E ?? '')
    const port = String(await freePort())
    let program: Program | undefined
    const stop = async (signal: NodeJS.Signals) => {
      program?.process.kill(signal)
      await program?.ended()
    }
    await use({
      url: `http://127.0.0.1:${port}`,
      async start() {
        program = startProgram(['serve', '--no-worker'], { DATABASE_URL: database, PORT: port, WAYMARK_SECRET: SECRET })
        await program.says(/listening at/)
      },
      stop,
    })
    await stop('SIGKILL')
  },
})

for (const [how, signal] of [
  ['is restarted', 'SIGTERM'],
  ['is killed and comes back', 'SIGKILL'],
] as const) {
  withOwn(
    `a server that ${how} while somebody watches: the counts are right again without a reload`,
    async ({ browser, qa, own }) => {
      await qa.publish(KEY)
      for (const user of ['anna', 'boris']) await qa.member(user)
      await own.start()
      const page = await (await browser.newContext({ baseURL: own.url })).newPage()
      await signedIn(page, qa, 'operator')
      const running = new RunningScreen(page)
      await running.open(qa.key, KEY)
      let reloads = 0
      page.on('load', () => reloads++)
      await qa.post('anna', 'order completed', { amount: 299 })
      await expect(running.figure('累计进入')).toContainText('1')

      await own.stop(signal)
      await expect(running.freshness('连接断开，正在重连')).toBeVisible()
      await qa.post('boris', 'order completed', { amount: 299 })
      await qa.settled()
      await expect(running.figure('累计进入')).toContainText('1')

      await own.start()
      await expect(running.figure('累计进入')).toContainText('2')
      await expect(running.freshness('实时')).toBeVisible()
      await expect(running.node('等再次下单')).toContainText('2')
      expect(reloads).toBe(0)
    },
  )
}
