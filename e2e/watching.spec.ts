import { RunningScreen } from './screens/running-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('an operator reads why a member went its way, and pulls another out', async ({ page, qa }) => {
  await qa.publish('order-thanks')
  await qa.member('anna', { name: '安娜' })
  await qa.member('boris', { name: '鲍里斯' })
  for (const user of ['anna', 'boris']) await qa.post(user, 'order completed', { amount: 299 })
  await qa.settled()
  await signedIn(page, qa, 'operator')

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
  await expect(page.getByText(/唤醒，或由「order completed」提前唤醒。也可以手动推进。/)).toBeVisible()
})

test('an operator retries all who failed at a node, once their data is mended', async ({ page, qa }) => {
  await qa.publish(pointsByAmount)
  for (const user of ['anna', 'boris']) {
    await qa.member(user)
    await qa.post(user, 'order completed', { amount: 'ten' })
  }
  await qa.settled()
  await signedIn(page, qa, 'operator')

  const running = new RunningScreen(page)
  await running.open(qa.key, 'points')
  await running.node('按金额送积分').click()
  await running.showFailed()
  await expect(running.person('anna')).toContainText('修好原因后点「重试」')
  for (const user of ['anna', 'boris']) await qa.mend(user, { amount: 10 })
  expect(await running.retryAll()).toBe('重试 2 人？')
  await expect(page.getByText('2 人正在重试')).toBeVisible()
  await expect(page.getByText('没有人在这里失败。')).toBeVisible()
  await qa.settled()
  expect([await qa.points('anna'), await qa.points('boris')]).toEqual([20, 20])
})

/** Fails where the amount of an order is no number. */
const pointsByAmount = {
  ...{ schema: 1, key: 'points', name: '下单送积分' },
  nodes: [
    {
      ...{ id: 'start', type: 'trigger-event', version: 1, name: '下单' },
      settings: { events: [{ event: 'order completed' }] },
    },
    {
      ...{ id: 'gift', type: 'grant-points', version: 1, name: '按金额送积分' },
      settings: { amount: { kind: 'rate', of: 'event.amount', perUnit: 2 } },
    },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'gift' }],
}
