import { Mouse } from './drawing/mouse.ts'
import { from } from './screens/canvas.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

/**
 * Members born on lunar days, and when each comes again, read by hand in the Hong Kong Observatory's conversion tables of 1990,
 * 1991, 2026 and 2027: no calendar of ours is asked, nor the browser's, which takes 2027-02-06 for the 30th.
 */
const BORN = [
  { user: 'wu', name: '小午', birthday: '1990-05-28' }, // 五月初五: 2026-06-19
  { user: 'qi', name: '小七', birthday: '1990-08-26' }, // 七月初七, after a leap month: 2026-08-19
  { user: 'yuan', name: '小圆', birthday: '1990-10-03' }, // 八月十五: 2026-09-25
  { user: 'yue', name: '小月', birthday: '1991-09-22' }, // 八月十五 too
  { user: 'jiu', name: '小九', birthday: '1990-10-26' }, // 九月初九: 2026-10-18
  { user: 'chu', name: '小除', birthday: '1990-01-26' }, // 腊月三十; that month of 2026 ends with the 29th: 2027-02-05
]
/** Three days before each, as an operator in March 2026 reads it. */
const TOLD = [
  '6 月 16 日 周二 09:00 1 人',
  '8 月 16 日 周日 09:00 1 人',
  '9 月 22 日 周二 09:00 2 人',
  '10 月 15 日 周四 09:00 1 人',
  '2027 年 2 月 2 日 周二 09:00 1 人',
]

test('生日有礼, drawn with lunar birthdays, tells its next five times and gives on the first of them', async ({
  page,
  qa,
}) => {
  test.setTimeout(180_000)
  for (const { user, ...attributes } of BORN) await qa.member(user, attributes)
  await qa.member('none', { name: '没有生日' })
  await qa.segment('everyone', { all: [] })
  // The page leaves out the year that it is.
  await page.clock.setFixedTime(qa.now())
  const mouse = new Mouse(page)
  const editor = new EditorScreen(page)
  const running = new RunningScreen(page)
  const { settings } = mouse
  const text = (name: string) => settings.getByRole('textbox', { name, exact: true })

  await test.step('draw it', async () => {
    await signedIn(page, qa, 'operator')
    await new JourneysScreen(page).create('生日有礼')
    await mouse.add('纪念日')
    await mouse.press(settings.getByRole('radio', { name: '农历', exact: true }))
    await mouse.select(settings.getByRole('combobox', { name: '哪一天进入' }), '之前几天')
    await mouse.write(text('天数'), '3')
    await mouse.write(text('几点进入'), '09:00')
    await page.keyboard.press('Enter')
  })

  await test.step('it tells the next five days of members', async () => {
    const times = settings.getByRole('region', { name: '接下来有会员进入的日子' }).getByRole('listitem')
    await expect(times).toHaveText(TOLD.map((line) => new RegExp(`^${line.replaceAll(' ', '\\s*')}$`)))
  })

  await test.step('points and a message follow', async () => {
    await mouse.add('发放积分', from('纪念日', '进入'))
    await mouse.write(text('积分'), '300')
    await mouse.add('站内信', from('发放积分', '已发放'))
    await mouse.write(text('标题'), '生日快乐')
    await mouse.write(text('正文'), '300 积分已到账，祝你生日快乐。')
    await mouse.add('结束', from('站内信', '已发出'))
    await mouse.connect(from('站内信', '未发出'), '结束')
    await mouse.connect(from('站内信', '失败'), '结束')
    // Every year, that is: the problems say what is missing.
    await expect(editor.problems.getByText('只进入一次')).toBeVisible()
    await editor.openJourneySettings()
    const panel = editor.canvas.journeySettings
    await mouse.select(panel.getByRole('combobox', { name: '同一会员' }), '随时可再进')
    await expect(editor.problems.getByText('没有问题')).toBeVisible()
    await editor.saved()
    await editor.publish()
  })

  await test.step('nobody enters an hour before the first', async () => {
    await qa.wind('2542 hours') // from 2 March 10:00 to 16 June 08:00
    await expect(running.figure('累计进入')).toContainText('0')
    expect(await qa.points('wu')).toBe(0)
  })

  await test.step('the member whose day it is has points and a message, and nobody else', async () => {
    await qa.wind('1 hour')
    await expect(running.figure('累计进入')).toContainText('1')
    const journey = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect(await qa.path('wu', journey)).toMatch(/^\S+:next \S+:granted \S+:sent \S+:ended$/)
    expect(await qa.points('wu')).toBe(300)
    expect(await qa.inbox('wu')).toEqual(['生日快乐'])
    for (const other of ['qi', 'yuan', 'yue', 'jiu', 'chu', 'none']) expect(await qa.points(other)).toBe(0)
  })
})
