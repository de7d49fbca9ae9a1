import { JourneysScreen } from './screens/journeys-screen.ts'
import { SignInScreen } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('a viewer signs in, and sees the journeys of the workspace with who is inside', async ({ page, qa }) => {
  await qa.publish('order-thanks')
  await qa.member('anna')
  await qa.post('anna', 'order completed', { amount: 299 })
  await qa.settled()
  const signIn = new SignInScreen(page)
  await signIn.open()
  await signIn.signIn(await qa.colleague('viewer'))
  const row = new JourneysScreen(page).row('下单感谢')
  await expect(row).toContainText('运行中')
  await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible()
})

test('a wrong password says so, and lets nobody in', async ({ page, qa }) => {
  const { email } = await qa.colleague('operator')
  const signIn = new SignInScreen(page)
  await signIn.open()
  await signIn.enter({ email, password: 'not the password' })
  await expect(page.getByRole('alert')).toContainText('密码')
  await page.goto(`/w/${qa.key}/journeys`)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
})
