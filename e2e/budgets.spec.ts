import { Mouse } from './drawing/mouse.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('a points budget is set, comes to its mark and to its end, and whoever comes then leaves by over-budget', async ({
  page,
  qa,
}) => {
  await qa.drawn(gifts)
  await signedIn(page, qa, 'operator')
  const editor = new EditorScreen(page)
  const mouse = new Mouse(page)
  await editor.open(qa.key, 'gifts')
  // Nobody could go that way yet.
  await expect(editor.problems.getByText('没有人会走「超预算」')).toBeVisible()

  await editor.openJourneySettings()
  const panel = editor.canvas.journeySettings
  await mouse.press(panel.getByRole('button', { name: '添加预算' }))
  await mouse.write(panel.getByRole('textbox', { name: '最多', exact: true }), '100')
  await expect(editor.problems.getByText('没有问题')).toBeVisible()
  await editor.saved()
  await editor.askToPublish()
  const planned = page.getByRole('dialog').getByRole('region', { name: '预算' })
  await expect(planned).toContainText('0 / 100')
  await expect(planned).toContainText('这一版起限制')
  await page.keyboard.press('Escape')
  await editor.publish()

  const running = new RunningScreen(page)
  await running.open(qa.key, 'gifts')
  const budgets = page.getByRole('region', { name: '预算' })
  const bar = budgets.getByRole('meter', { name: '积分' })
  await expect(bar).toHaveAttribute('aria-valuenow', '0')
  await expect(budgets.getByText('到 80% 提醒，用完就停')).toBeVisible()

  const come = async (...users: string[]) => {
    for (const user of users) {
      await qa.member(user)
      await qa.post(user, 'order completed')
      await qa.settled()
    }
  }
  await come('anna', 'boris')
  await expect(bar).toHaveAttribute('aria-valuenow', '80')
  await expect(budgets.getByText(/已提醒，用完就停$/)).toBeVisible()

  await come('cleo', 'dora')
  await expect(budgets.getByText(/起不够，2 次走「超预算」$/)).toBeVisible()
  await expect(bar).toHaveAttribute('aria-valuenow', '80')
  expect(await qa.path('boris', 'gifts')).toBe('order:next gift:granted end:ended')
  expect(await qa.path('cleo', 'gifts')).toBe('order:next gift:over-budget sorry:ended')
  expect([await qa.points('anna'), await qa.points('dora')]).toEqual([40, 0])

  await page.goto(`/w/${qa.key}/journeys`)
  const mark = page.getByRole('img', { name: '预算不够 · 已用 积分 80 / 100' })
  await expect(mark).toHaveAttribute('title', '已用 积分 80 / 100')

  await editor.open(qa.key, 'gifts')
  await editor.openJourneySettings()
  await mouse.write(panel.getByRole('textbox', { name: '最多', exact: true }), '200')
  await editor.saved()
  await editor.askToPublish()
  await expect(planned).toContainText('80 / 200')
  await expect(planned).toContainText('从 100 提高到 200')
})

const node = (id: string, type: string, name: string, settings: object = {}) => ({
  ...{ id, type, version: 1, name, settings: { ...settings } },
})

const gifts = {
  ...{ schema: 1, key: 'gifts', name: '下单送积分' },
  nodes: [
    node('order', 'trigger-event', '下单', { events: [{ event: 'order completed' }] }),
    node('gift', 'grant-points', '送 40 积分', { amount: { kind: 'fixed', points: 40 } }),
    node('end', 'end', '结束'),
    node('sorry', 'end', '送完了'),
  ],
  edges: [
    { from: 'order', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'end' },
    { from: 'gift', outcome: 'over-budget', to: 'sorry' },
  ],
}
