import { RunningScreen } from './screens/running-screen.ts'
import { SignInScreen } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('an operator reads why a member went its way, and pulls another out', async ({ page, qa }) => {
  await qa.publish('order-thanks')
  await qa.member('anna', { name: '安娜' })
  await qa.member('boris', { name: '鲍里斯' })
  for (const user of ['anna', 'boris']) await qa.post(user, 'order completed', { amount: 299 })
  await qa.settled()
  const signIn = new SignInScreen(page)
  await signIn.open()
  await signIn.signIn(await qa.colleague('operator'))

  const running = new RunningScreen(page)
  await running.open(qa.key, 'order-thanks')
  await running.node('等再次下单').click()
  await expect(running.person('安娜')).toBeVisible()
  await running.pullOut('鲍里斯')
  await expect(running.person('鲍里斯')).toBeHidden()
  await expect(running.figure('等待')).toContainText('1')
  expect(await qa.path('boris', 'order-thanks')).toMatch(/again:pulled-out$/)

  await running.person('安娜').getByRole('link').click()
  await expect(page.getByText('满 200 元')).toBeVisible()
  await expect(page.getByText('满足「amount 大于等于 200」：amount 是 299。')).toBeVisible()
})
