import { Mouse } from './drawing/mouse.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('the settings of a journey are set, saved, published, there after a reload, and held to', async ({ page, qa }) => {
  await qa.member('anna', { name: '安娜' })
  await signedIn(page, qa, 'operator')
  await new JourneysScreen(page).create('每周有礼')
  const editor = new EditorScreen(page)
  const mouse = new Mouse(page)
  for (const kind of ['行为触发', '发放积分', '结束']) await editor.add(kind)
  const panel = editor.canvas.journeySettings
  const field = (name: string) => panel.getByRole('textbox', { name, exact: true })

  await page.keyboard.press('j')
  await mouse.pick(panel.getByRole('combobox', { name: '时区' }), 'Tokyo')
  await mouse.select(panel.getByRole('combobox', { name: '同一会员' }), '离开后可再进')
  await mouse.press(panel.getByRole('button', { name: '次数限制' }))
  await mouse.write(field('最多进入'), '2')
  await mouse.write(field('在这段时间内'), '7')
  await mouse.write(field('备注'), '每周最多两次')
  await editor.saved()
  await page.reload()
  await editor.publish()
  await page.reload()
  await editor.open(qa.key, new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await editor.openJourneySettings()

  await expect(panel.getByRole('combobox', { name: '时区' })).toHaveText('Asia/Tokyo')
  await expect(panel.getByRole('combobox', { name: '同一会员' })).toHaveText('离开后可再进')
  await expect(field('最多进入')).toHaveValue('2')
  await expect(field('在这段时间内')).toHaveValue('7')
  await expect(field('备注')).toHaveValue('每周最多两次')
  await expect(editor.problems.getByText('没有问题')).toBeVisible()

  for (const _ of [1, 2, 3]) {
    await qa.post('anna', 'order completed')
    await qa.settled()
    await qa.wind('1 hour')
  }
  expect(await qa.points('anna')).toBe(200)
})
