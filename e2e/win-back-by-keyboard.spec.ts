import { essenceOf } from './drawing/essence.ts'
import { Keyboard } from './drawing/keyboard.ts'
import { drawWinBack } from './drawing/win-back.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { expect, test } from './test.ts'
import { readJourney } from './workspace.ts'

// Ten columns of cards: on a smaller screen one would have to go closer to read the numbers on them.
test.use({ viewport: { width: 1680, height: 1050 } })

test('the win-back journey is drawn, mended and published by keyboard alone, from signing in on', async ({
  page,
  qa,
}) => {
  test.setTimeout(480_000)
  await qa.member('anna', { name: '安娜', email: 'anna@example.com', spend: 200 })
  await qa.segment('lapsed', { field: 'member.spend', op: 'gte', value: 60 })
  const { email, password } = await qa.colleague('operator')
  const keyboard = new Keyboard(page)
  const editor = new EditorScreen(page)

  await test.step('sign in', async () => {
    await page.goto('/sign-in')
    await keyboard.write(page.getByLabel('邮箱'), email)
    await keyboard.write(page.getByLabel('密码', { exact: true }), password)
    await keyboard.keys('Enter')
    await expect(page.getByRole('heading', { name: '旅程', level: 1 })).toBeVisible()
  })

  await test.step('begin a journey', async () => {
    await keyboard.press(page.getByRole('button', { name: '新建旅程' }).first())
    await keyboard.write(page.getByRole('textbox', { name: '旅程名称' }), 'Win back')
    await keyboard.keys('Enter')
    await expect(keyboard.canvas).toBeVisible()
  })

  await test.step('the sheet of shortcuts says how', async () => {
    await keyboard.keys('?')
    await expect(editor.dialog.getByText('从选中的出口连线：方向键或 Tab 选目标，回车连上')).toBeVisible()
    await keyboard.keys('Escape')
  })

  await test.step('draw it', async () => {
    await drawWinBack(keyboard)
    await editor.saved()
    const { draft } = await (await page.request.get(`/api/w/${qa.key}/journeys/win-back`)).json()
    expect(essenceOf(draft.document)).toEqual(essenceOf(readJourney('cdnow/win-back')))
  })

  await test.step('mend a mistake from the list of problems', async () => {
    const subject = keyboard.settings.getByRole('textbox', { name: '主题' })
    await keyboard.goTo('E-mail')
    await keyboard.keys('Enter')
    await keyboard.write(subject, ' ')
    await keyboard.keys('Escape')
    await keyboard.goRoundTo(editor.problems)
    await keyboard.reach(editor.problem('E-mail'))
    await keyboard.keys('Enter')
    await expect(subject).toBeFocused()
    await keyboard.write(subject, 'We miss you')
    await expect(editor.problems.getByText('没有问题')).toBeVisible()
  })

  await test.step('publish', async () => {
    await keyboard.goRoundTo(page.locator('header').filter({ has: page.getByRole('button', { name: '发布' }) }))
    await keyboard.press(editor.publishButton)
    await expect(editor.dialog.getByText('检查通过')).toBeVisible()
    await keyboard.press(editor.dialog.getByRole('button', { name: '发布' }))
    await editor.runs()
    await new RunningScreen(page).waiting('Order in 30 days', 1)
  })
})
