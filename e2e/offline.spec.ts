import type { Page, Route } from '@playwright/test'
import { ConflictDialog } from './screens/conflict-dialog.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'
import type { TestWorkspace } from './workspace.ts'

const KEY = 'order-thanks'
const SAVES = '**/api/w/*/journeys/*/draft'

/** Signs in, and opens the canvas of a journey that is drawn. */
async function drawing(page: Page, qa: TestWorkspace): Promise<EditorScreen> {
  await qa.drawn(KEY)
  await signedIn(page, qa, 'operator')
  const editor = new EditorScreen(page)
  await editor.open(qa.key, KEY)
  return editor
}

/** Without a chance to send anything: the last requests of a page that is closed pass the network that is emulated. */
async function die(page: Page): Promise<void> {
  const died = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await died
  await page.close()
}

const names = async (qa: TestWorkspace) => JSON.stringify(await qa.draft(KEY))

test('the four states of saving are seen: saving, saved, failed and offline', async ({ page, context, qa }) => {
  const editor = await drawing(page, qa)
  await expect(editor.saveState('已保存')).toBeVisible()

  let answer = (_: Route) => {}
  const asked = new Promise<Route>((resolve) => (answer = resolve))
  await page.route(SAVES, (route) => answer(route))
  await editor.rename('第一次改')
  const first = await asked
  await expect(editor.saveState('正在保存')).toBeVisible()
  const problem = { status: 503, code: 'internal', title: 'Something went wrong here', detail: 'Try again later.' }
  await first.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) })
  await expect(editor.saveState('保存失败，重试')).toBeVisible()

  await page.unroute(SAVES)
  await editor.saveState('保存失败，重试').click()
  await expect(editor.saveState('已保存')).toBeVisible()

  await context.setOffline(true)
  await editor.rename('断网后改')
  await expect(editor.saveState('离线，已存本机')).toBeVisible()
  await context.setOffline(false)
  await expect(editor.saveState('已保存')).toBeVisible()
  expect(await names(qa)).toContain('断网后改')
})

test('what is typed and drawn without network survives a reload, and is saved by itself', async ({
  page,
  context,
  qa,
}) => {
  const editor = await drawing(page, qa)
  await context.setOffline(true)
  await editor.add('发放积分')
  await editor.renameNode('断网时加的积分')
  await editor.rename('断网时的名字')
  await expect(editor.saveState('离线，已存本机')).toBeVisible()

  // The page comes again and its saves still do not: all there is to see is what the browser kept.
  await page.route(SAVES, (route) => route.abort())
  await context.setOffline(false)
  // The save of a page that is looked away from may pass the route when the page goes.
  await page.evaluate("addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true)")
  await page.reload()
  await editor.ready()
  await expect(editor.node('断网时加的积分')).toBeVisible()
  await expect(editor.name()).toHaveValue('断网时的名字')
  await expect(editor.saveState('离线，已存本机')).toBeVisible()
  expect(await names(qa)).not.toContain('断网时')

  await page.unroute(SAVES)
  await expect(editor.saveState('已保存')).toBeVisible()
  expect(await names(qa)).toMatch(/断网时的名字.*断网时加的积分/)
})

test('what is drawn without network survives the tab, and is saved by the next one', async ({ page, context, qa }) => {
  const editor = await drawing(page, qa)
  await context.setOffline(true)
  await editor.add('发放积分')
  await editor.renameNode('断网时加的积分')
  await expect(editor.saveState('离线，已存本机')).toBeVisible()
  await die(page)
  await context.setOffline(false)

  const next = new EditorScreen(await context.newPage())
  await next.open(qa.key, KEY)
  await expect(next.node('断网时加的积分')).toBeVisible()
  await expect(next.saveState('已保存')).toBeVisible()
  expect(await names(qa)).toContain('断网时加的积分')
})

test('of two tabs without network both are kept: one is saved by itself, the other is asked about', async ({
  page,
  context,
  qa,
}) => {
  const one = await drawing(page, qa)
  const secondPage = await context.newPage()
  const two = new EditorScreen(secondPage)
  await two.open(qa.key, KEY)
  await context.setOffline(true)
  await one.rename('第一个标签页')
  await expect(one.saveState('离线，已存本机')).toBeVisible()
  await two.add('发放积分')
  await expect(two.saveState('离线，已存本机')).toBeVisible()
  await die(page)
  await die(secondPage)
  await context.setOffline(false)

  const nextPage = await context.newPage()
  const next = new EditorScreen(nextPage)
  await nextPage.goto(`/w/${qa.key}/journeys/${KEY}/edit`)
  const conflict = new ConflictDialog(nextPage)
  await expect(conflict.dialog).toContainText('你在另一个页面先保存了另一份')
  expect(await names(qa)).toContain('发放积分')
  await expect(conflict.difference('旅程本身')).toContainText('名称')
  await expect(conflict.difference('发放积分')).toContainText('只在另一份里')
  await conflict.choose('用这一份')
  await expect(next.saveState('已保存')).toBeVisible()
  await expect(next.name()).toHaveValue('第一个标签页')
  expect(await names(qa)).toContain('第一个标签页')
})

test('two open tabs of one person do not write over each other when the network is back', async ({
  page,
  context,
  qa,
}) => {
  const one = await drawing(page, qa)
  const secondPage = await context.newPage()
  const two = new EditorScreen(secondPage)
  await two.open(qa.key, KEY)
  await context.setOffline(true)
  await one.rename('第一个标签页')
  await two.rename('第二个标签页')
  await expect(one.saveState('离线，已存本机')).toBeVisible()
  await expect(two.saveState('离线，已存本机')).toBeVisible()

  await secondPage.route(SAVES, (route) => route.abort())
  await context.setOffline(false)
  await expect(one.saveState('已保存')).toBeVisible()
  await secondPage.unroute(SAVES)
  const conflict = new ConflictDialog(secondPage)
  await expect(conflict.dialog).toBeVisible()
  await conflict.choose('用另一份')
  await expect(two.name()).toHaveValue('第一个标签页')
})
