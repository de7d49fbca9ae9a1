import type { Page } from '@playwright/test'
import { EditorScreen } from './screens/editor-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { Shell } from './screens/shell.ts'
import { SignInAgain } from './screens/sign-in-again.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

const KEY = 'order-thanks'

/** Signs out in another tab of the same browser, whose session this page shares. */
async function signOutElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage()
  await other.goto('/')
  await new Shell(other).signOut('operator')
  await other.close()
}

test('a session that ends while somebody draws is taken up again over the page, and all is saved', async ({
  page,
  qa,
}) => {
  await qa.drawn(KEY)
  const { password } = await signedIn(page, qa, 'operator')
  const editor = new EditorScreen(page)
  await editor.open(qa.key, KEY)
  await signOutElsewhere(page)
  await editor.add('发放积分')
  const again = new SignInAgain(page)
  await again.enter('not the password')
  await expect(again.dialog.getByRole('alert')).toContainText('密码不对')
  await again.signIn(password)
  await expect(editor.node('发放积分')).toHaveCount(1)
  await editor.rename('登录之后的名字')
  await editor.saved()
  expect(JSON.stringify(await qa.draft(KEY))).toMatch(/登录之后的名字.*发放积分/)
})

test('who puts signing in off goes on drawing undisturbed, and is reminded of it', async ({ page, qa }) => {
  await qa.drawn(KEY)
  const { password } = await signedIn(page, qa, 'operator')
  const editor = new EditorScreen(page)
  await editor.open(qa.key, KEY)
  await signOutElsewhere(page)
  await editor.rename('登录结束时的名字')
  const again = new SignInAgain(page)
  await again.later()
  await expect(editor.saveState('保存失败，重试')).toBeVisible()
  await editor.add('发放积分')
  await expect(editor.saveState('正在保存')).toBeVisible()
  await expect(editor.saveState('保存失败，重试')).toBeVisible()
  await expect(again.dialog).toBeHidden()

  await again.reminder.click()
  await again.signIn(password)
  await editor.saved()
  await expect(again.reminder).toBeHidden()
  expect(JSON.stringify(await qa.draft(KEY))).toMatch(/登录结束时的名字.*发放积分/)
})

test('who watches and signs in again sees the counts move on', async ({ page, qa }) => {
  await qa.publish(KEY)
  await qa.member('anna', { name: '安娜' })
  const { password } = await signedIn(page, qa, 'operator')
  const running = new RunningScreen(page)
  await running.open(qa.key, KEY)
  await expect(running.figure('累计进入')).toContainText('0')
  await signOutElsewhere(page)
  const again = new SignInAgain(page)
  await again.later()
  await expect(running.figure('累计进入')).toContainText('0')
  await again.reminder.click()
  await again.signIn(password)
  await qa.post('anna', 'order completed', { amount: 299 })
  await expect(running.figure('累计进入')).toContainText('1')
})
