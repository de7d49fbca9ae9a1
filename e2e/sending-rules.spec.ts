import { Mouse } from './drawing/mouse.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('quiet hours and caps are set for the workspace, are there after a reload, and hold a journey’s message', async ({
  page,
  qa,
}) => {
  await signedIn(page, qa, 'admin')
  const mouse = new Mouse(page)
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await page.goto(`/w/${qa.key}/settings/sending`)
  await mouse.press(page.getByRole('button', { name: '免打扰', exact: true }))
  await mouse.press(page.getByRole('button', { name: '不发的时段' }))
  await field('从').fill('00:00')
  await field('到').fill('23:59')
  await mouse.press(page.getByRole('button', { name: '上限' }))
  await field('最多').fill('3')
  await mouse.press(page.getByRole('button', { name: '保存', exact: true }))
  await expect(page.getByText('触达规则已保存')).toBeVisible()
  await page.reload()
  await expect(field('从')).toHaveValue('00:00')
  await expect(field('最多')).toHaveValue('3')

  await qa.member('anna', { name: '安娜' })
  await qa.publish('order-thanks')
  await qa.post('anna', 'order completed', { amount: 299 })
  await qa.settled()
  const { members } = await (await page.request.get(`/api/w/${qa.key}/members`)).json()
  await page.goto(`/w/${qa.key}/members/${members[0].id}`)
  await expect(page.getByText('免打扰时段，等到').first()).toBeVisible()
})
