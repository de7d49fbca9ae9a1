import { Analytics } from '@segment/analytics-node'
import { EditorScreen } from './screens/editor-screen.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { SignInScreen } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('a new operator draws, publishes and watches a first journey without being told how', async ({ page, qa }) => {
  const signIn = new SignInScreen(page)
  await signIn.open()
  await signIn.signIn(await qa.colleague('operator'))
  const journeys = new JourneysScreen(page)
  await journeys.create('下单有礼')
  const editor = new EditorScreen(page)
  for (const kind of ['行为触发', '发放积分', '等待', '结束']) await editor.add(kind)
  await editor.saved()
  await editor.publish()

  const running = new RunningScreen(page)
  await expect(running.figure('累计进入')).toContainText('0')
  const analytics = new Analytics({ writeKey: qa.writeKey, host: qa.url })
  for (const userId of ['anna', 'boris']) analytics.track({ userId, event: 'order completed', timestamp: qa.now() })
  await analytics.closeAndFlush()
  await expect(running.figure('累计进入')).toContainText('2')
  await expect(running.figure('等待')).toContainText('2')

  await running.pause()
  await running.resume()
  await running.stop()
  await expect(running.figure('等待')).toContainText('0')
})
