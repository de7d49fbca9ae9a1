import type { Locator } from '@playwright/test'
import type { JsonObject } from '../engine/core/json.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

/** Trigger → wait → end, laid out by the canvas. */
const journey = (key: string): JsonObject => ({
  schema: 1,
  key,
  name: key,
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: '下单', settings: { events: [{ event: 'order' }] } },
    {
      ...{ id: 'pause', type: 'wait', version: 1, name: '等一天' },
      settings: { kind: 'duration', duration: { amount: 1, unit: 'day' } },
    },
    { id: 'end', type: 'end', version: 1, name: '收尾', settings: {} },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'pause' },
    { from: 'pause', outcome: 'done', to: 'end' },
  ],
})

/** Of the canvas, where nothing is drawn. */
const NOWHERE = { x: 700, y: 560 }

let editor: EditorScreen
test.beforeEach(async ({ page, qa, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await qa.publish(journey('drawn'))
  await signedIn(page, qa, 'operator')
  editor = new EditorScreen(page)
  await editor.open(qa.key, 'drawn')
  await expect(editor.nodes()).toHaveCount(3)
})

test('an outcome let go over nothing leads to the kind that is picked there, as one step', async ({ page }) => {
  await editor.letGo('等一天', 'done', NOWHERE)
  const menu = page.getByRole('dialog', { name: '连到新节点' })
  await menu.getByRole('option', { name: '发放积分' }).click()
  await expect(editor.nodes()).toHaveCount(4)
  await expect(editor.chosen()).toHaveValue('发放积分')
  await editor.saved()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(editor.nodes()).toHaveCount(3)
  await expect(editor.edges()).toHaveCount(2)
})

test('Escape lets an outcome go for nothing', async ({ page }) => {
  await editor.letGo('等一天', 'done', NOWHERE)
  await expect(page.getByRole('option', { name: '等待' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: '等待' })).toBeHidden()
  await expect(editor.nodes()).toHaveCount(3)
})

test('a kind dropped on an edge goes in between', async () => {
  const [from, to] = [await editor.middleOf(editor.node('下单')), await editor.middleOf(editor.node('等一天'))]
  await editor.drop('发放积分', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  await expect(editor.node('发放积分')).toBeVisible()
  await expect(editor.edges()).toHaveCount(3)
})

test('several nodes are chosen and lined up', async ({ page }) => {
  const box = await editor.node('收尾').boundingBox()
  await editor.node('收尾').hover()
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 200, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.press('Control+a')
  await editor.command('顶端对齐')
  const tops = await Promise.all(
    ['下单', '等一天', '收尾'].map(async (name) => (await editor.node(name).boundingBox())?.y),
  )
  expect(new Set(tops).size).toBe(1)
})

test('what is copied in one journey is pasted into another', async ({ page, qa }) => {
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await qa.publish(journey('another'))
  await editor.open(qa.key, 'another')
  await expect(editor.nodes()).toHaveCount(3)
  await page.keyboard.press('Control+v')
  await expect(editor.nodes()).toHaveCount(6)
  await expect(editor.edges()).toHaveCount(4)
})

test('steps are taken back and done again', async ({ page }) => {
  await editor.node('等一天').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(editor.nodes()).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(editor.nodes()).toHaveCount(3)
  await page.keyboard.press('Control+Shift+z')
  await expect(editor.nodes()).toHaveCount(2)
})

test('a node is found by a word of it', async ({ page }) => {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: '查找节点' }).fill('收')
  await page.keyboard.press('Enter')
  await expect(editor.chosen()).toHaveValue('收尾')
})

test('cards say less the smaller they are', async ({ page }) => {
  const card = editor.node('等一天')
  const smallerUntilHidden = (text: Locator) =>
    expect(async () => {
      await page.keyboard.press('-')
      await expect(text).toBeHidden({ timeout: 500 })
    }).toPass()
  await page.keyboard.press('0')
  await expect(card.getByText('1 天')).toBeVisible()
  await smallerUntilHidden(card.getByText('1 天'))
  await expect(card.getByText('等一天')).toBeVisible()
  await smallerUntilHidden(card.getByText('等一天'))
  await expect(card).toBeVisible()
})

test('the outline tells the journey in words, and leads to its nodes', async ({ page }) => {
  await page.keyboard.press('o')
  const outline = page.getByRole('navigation', { name: '大纲' })
  await expect(outline.getByRole('listitem').filter({ hasText: '→' }).first()).toContainText('等一天')
  await outline.getByRole('button', { name: '收尾' }).last().click()
  await expect(editor.chosen()).toHaveValue('收尾')
})

test('a note is written on the canvas, and kept', async ({ page, qa }) => {
  await page.mouse.move(NOWHERE.x, NOWHERE.y)
  await page.keyboard.press('n')
  await page.getByText('双击写便签').dblclick()
  await page.getByRole('textbox', { name: '便签' }).fill('春节前停掉')
  await page.getByRole('textbox', { name: '便签' }).blur()
  await editor.saved()
  await editor.open(qa.key, 'drawn')
  await expect(page.getByText('春节前停掉')).toBeVisible()
})
