import { EditorScreen } from './screens/editor-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('an analyst reads what a journey would do to real members, who then stay as they are', async ({ page, qa }) => {
  await qa.drawn('order-thanks')
  for (const [who, amount] of [
    ['anna', 299],
    ['boris', 20],
  ] as const) {
    await qa.member(who)
    await qa.post(who, 'order completed', { amount })
    await qa.wind('1 day')
  }
  await signedIn(page, qa, 'analyst')
  await new EditorScreen(page).open(qa.key, 'order-thanks')

  await page.getByRole('button', { name: '预估' }).click()
  const forecast = page.getByRole('dialog', { name: /^预估/ })
  const figure = (name: string) => forecast.locator('dl > div').filter({ hasText: name })
  await expect(figure('进入')).toContainText('2')
  await expect(figure('发出积分')).toContainText('598')
  await expect(forecast.getByText('满 200 元')).toBeVisible()

  await forecast.getByLabel('每 100 积分').fill('1.5')
  await expect(figure('成本')).toContainText('8.97')
  await forecast.getByRole('radio', { name: '7 天' }).click()
  await expect(figure('进入')).toContainText('2')
  expect(await qa.points('anna')).toBe(0)
  expect(await qa.inbox('anna')).toHaveLength(0)
})
