import { Mouse } from './drawing/mouse.ts'
import { from } from './screens/canvas.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

/** 会员日 on the 8th, 清明 (5 April) and the day off before 劳动节 (30 April), a day ahead of each, as an operator in March 2026 reads it. */
const TOLD = [
  '3 月 7 日 周六 09:00',
  '4 月 4 日 周六 09:00',
  '4 月 7 日 周二 09:00',
  '4 月 29 日 周三 09:00',
  '5 月 7 日 周四 09:00',
]

test('会员日和节日, drawn by day, tell their next five times and give on the first of them, again and again', async ({
  page,
  qa,
}) => {
  test.setTimeout(180_000)
  await qa.member('anna', { name: '安娜' })
  await qa.segment('everyone', { all: [] })
  // The page leaves out the year that it is.
  await page.clock.setFixedTime(qa.now())
  const mouse = new Mouse(page)
  const editor = new EditorScreen(page)
  const running = new RunningScreen(page)
  const { settings } = mouse
  const day = (n: number) => settings.getByRole('group', { name: `哪些日子 ${n}` })
  const kind = (n: number) => day(n).getByRole('combobox', { name: '哪些日子' })
  const text = (name: string) => settings.getByRole('textbox', { name, exact: true })

  await test.step('draw it', async () => {
    await signedIn(page, qa, 'operator')
    await new JourneysScreen(page).create('会员日有礼')
    await mouse.add('节假日')
    await mouse.select(kind(1), '品牌日：每月几号')
    await mouse.press(day(1).getByRole('button', { name: '1', exact: true }))
    await mouse.press(day(1).getByRole('button', { name: '8', exact: true }))
    await mouse.press(settings.getByRole('button', { name: '添加日子' }))
    await mouse.select(kind(2), '节气')
    await mouse.pick(day(2).getByRole('combobox', { name: '节气' }), '清明')
    await mouse.press(settings.getByRole('button', { name: '添加日子' }))
    await mouse.select(day(3).getByRole('combobox', { name: '节假日' }), '劳动节')
    await mouse.select(day(3).getByRole('combobox', { name: '哪一天' }), '放假前最后一个工作日')
    await mouse.press(settings.getByRole('radio', { name: '之前几天', exact: true }))
    await mouse.write(text('天数'), '1')
    await mouse.write(text('几点进入'), '09:00')
    await page.keyboard.press('Enter')
  })

  await test.step('it tells the next five times', async () => {
    const times = settings.getByRole('region', { name: '接下来的触发时间' }).getByRole('listitem')
    await expect(times).toHaveText(TOLD.map((line) => new RegExp(`^${line.replaceAll(' ', '\\s*')}$`)))
  })

  await test.step('points follow, every time', async () => {
    await mouse.add('发放积分', from('节假日', '进入'))
    await mouse.write(text('积分'), '88')
    await mouse.add('结束', from('发放积分', '已发放'))
    await expect(editor.problems.getByText('只进入一次')).toBeVisible()
    await editor.openJourneySettings()
    const panel = editor.canvas.journeySettings
    await mouse.select(panel.getByRole('combobox', { name: '同一会员' }), '随时可再进')
    await expect(editor.problems.getByText('没有问题')).toBeVisible()
    await editor.saved()
    await editor.publish()
    await qa.wind('150 hours') // from 2 March 10:00 past 7 March 09:00
    await expect(running.figure('累计进入')).toContainText('1')
    expect(await qa.points('anna')).toBe(88)
    await qa.wind('672 hours')
    expect(await qa.points('anna')).toBe(176)
  })
})

test('times that go by days off which are not announced yet are marked as expected', async ({ page, qa }) => {
  await qa.segment('everyone', { all: [] })
  await page.clock.setFixedTime(qa.now())
  const mouse = new Mouse(page)
  const day = mouse.settings.getByRole('group', { name: '哪些日子 1' })
  await signedIn(page, qa, 'operator')
  await new JourneysScreen(page).create('国庆返程')
  await mouse.add('节假日')
  await mouse.select(day.getByRole('combobox', { name: '节假日' }), '国庆')
  await mouse.select(day.getByRole('combobox', { name: '哪一天' }), '放假最后一天')
  const upcoming = mouse.settings.getByRole('region', { name: '接下来的触发时间' })
  const times = upcoming.getByRole('listitem')
  // 2026 is announced: 1 to 7 October. Of later years only 1 October is certain.
  await expect(times.nth(0)).toHaveText(/^10\s*月\s*7\s*日.*10:00$/)
  await expect(times.nth(1)).toHaveText(/^2027\s*年\s*10\s*月\s*1\s*日.*10:00预计$/)
  await expect(upcoming).toContainText('放假安排还没有公布')
})
