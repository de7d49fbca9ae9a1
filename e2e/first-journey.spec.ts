import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { Analytics } from '@segment/analytics-node'
import { EditorScreen } from './screens/editor-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { expect, test } from './test.ts'

const LIMIT_SECONDS = 300
/** What one act of a newcomer takes: reading what is there, going there, and doing it. */
const SECONDS_PER_ACT = 10

/** The steps of the document, in its words. */
const STEPS = [
  ...readFileSync(new URL('../docs/first-journey.md', import.meta.url), 'utf8').matchAll(/^\d+\. (.*)$/gm),
].map(([, sentence = '']) => sentence)

/** Somebody new: each press and each text is an act, and acts are counted. */
function newcomer(page: Page) {
  let acts = 0
  return {
    acts: () => acts,
    async press(what: Locator) {
      acts += 1
      await what.click()
    },
    async write(field: Locator, text: string) {
      acts += 1
      await field.fill(text)
    },
    button: (name: string, within: Page | Locator = page) => within.getByRole('button', { name, exact: true }).first(),
  }
}

test('a new operator’s first journey takes the steps of docs/first-journey.md, and less than five minutes', async ({
  page,
  qa,
}) => {
  await qa.member('anna', { name: '安娜' })
  const { email, password } = await qa.colleague('operator')
  const { press, write, button, acts } = newcomer(page)
  const editor = new EditorScreen(page)
  const running = new RunningScreen(page)
  const { settings } = editor.canvas
  const takes: (() => Promise<void>)[] = [
    async () => {
      await page.goto('/')
      await write(page.getByLabel('邮箱'), email)
      await write(page.getByLabel('密码', { exact: true }), password)
      await press(button('登录'))
    },
    async () => {
      await expect(page.getByText('还没有旅程。')).toBeVisible()
      await press(button('新建旅程'))
      await write(page.getByRole('textbox', { name: '旅程名称' }), '下单有礼')
      await press(button('开始画'))
    },
    async () => {
      for (const kind of ['行为触发', '发放积分', '等待', '结束']) await press(editor.canvas.kind(kind))
      await expect(editor.canvas.edge({ node: '等待', outcome: '等待结束' })).toHaveAccessibleName(/到 结束$/)
    },
    async () => {
      await press(editor.canvas.card('发放积分'))
      await write(settings.getByRole('textbox', { name: '积分', exact: true }), '200')
    },
    async () => {
      await expect(editor.problems.getByText('没有问题')).toBeVisible()
      await editor.saved()
      await press(editor.publishButton)
      await expect(editor.dialog.getByText('检查通过')).toBeVisible()
      await press(button('发布', editor.dialog))
      await editor.runs()
    },
    async () => {
      const analytics = new Analytics({ writeKey: qa.writeKey, host: qa.url })
      analytics.track({ userId: 'anna', event: 'order completed', timestamp: qa.now() })
      await analytics.closeAndFlush()
      await expect(running.figure('累计进入')).toContainText('1')
      await running.waiting('等待', 1)
    },
    async () => {
      await press(running.node('等待'))
      await press(running.person('安娜').getByRole('link'))
      await expect(page.getByText('积分 +200。')).toBeVisible()
    },
  ]
  expect(takes).toHaveLength(STEPS.length)
  for (const [i, take] of takes.entries()) await test.step(STEPS[i] ?? '', take)
  expect(acts() * SECONDS_PER_ACT).toBeLessThan(LIMIT_SECONDS)
})
