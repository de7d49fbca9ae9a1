import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('a journey tells an operator at once, who sees of whom, and has read it', async ({ page, qa }) => {
  await signedIn(page, qa, 'operator')
  await qa.member('anna', { name: '安娜' })
  await qa.member('ben', { name: '小本' })
  await qa.publish('big-orders')
  await page.goto(`/w/${qa.key}/members`)
  const bell = (name: string) => page.getByRole('button', { name, exact: true })
  await expect(bell('通知')).toBeVisible()
  await qa.post('anna', 'big order', { amount: 8_800 })
  await qa.settled() // a notice tells of whoever came first
  await qa.post('ben', 'big order', { amount: 9_900 })
  await qa.settled()
  await bell('通知，1 条未读').click()
  const sheet = page.getByRole('dialog', { name: '通知' })
  await expect(sheet.getByText('大单：安娜 下了 8800 元')).toBeVisible()
  await expect(sheet.getByText('2 位会员')).toBeVisible()
  await sheet.getByRole('button', { name: '标为已读', exact: true }).click()
  await expect(sheet.getByRole('button', { name: '标为已读', exact: true })).toBeHidden()
  await sheet.getByRole('link', { name: '查看会员' }).click()
  await expect(page.getByRole('heading', { name: '安娜' })).toBeVisible()
  await expect(bell('通知')).toBeVisible()
})
