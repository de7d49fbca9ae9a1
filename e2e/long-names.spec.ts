import type { Page } from '@playwright/test'
import type { JsonObject } from '../engine/core/json.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { SignInScreen } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'
import { readJourney, type TestWorkspace } from './workspace.ts'

const LONG = '长'.repeat(200)
const MOST = '很长的旅程名称'.repeat(12).slice(0, 80)
const WIDEST = 'W'.repeat(80)
/** Pixels of text that stand out of a dialog's title. */
const HIDDEN = `[...document.querySelectorAll(':is([role=dialog], [role=alertdialog]) h2')]
  .reduce((sum, title) => sum + title.scrollWidth - title.clientWidth, 0)`

test.use({ viewport: { width: 1280, height: 800 } })

async function signIn(page: Page, qa: TestWorkspace): Promise<void> {
  const screen = new SignInScreen(page)
  await screen.open()
  await screen.signIn(await qa.colleague('operator'))
}

test('a name of 200 characters is refused where it is typed, with the limit, and stays to be shortened', async ({
  page,
  qa,
}) => {
  await signIn(page, qa)
  const journeys = new JourneysScreen(page)
  await journeys.beginNew(LONG)
  await expect(journeys.newName().fault).toHaveText('名称最多 80 个字，现在 200 个。')
  await expect(page).not.toHaveURL(/edit$/)
  await journeys.newName().input.fill('生日有礼')
  await page.keyboard.press('Enter')

  const editor = new EditorScreen(page)
  await editor.ready()
  await editor.rename(LONG)
  await expect(editor.nameFault()).toHaveText('最多 80 个字，现在 200 个')
  await expect(editor.name()).toHaveValue(LONG)
  await editor.rename(MOST)
  await expect(editor.nameFault()).toBeHidden()
  await editor.saved()
  await page.reload()
  await expect(editor.name()).toHaveValue(MOST)
})

for (const [what, name] of [
  ['Chinese', MOST],
  ['one wide word', WIDEST],
] as const) {
  test(`the longest name, ${what}, pushes nothing out of any screen at 1280`, async ({ page, qa }) => {
    const document: JsonObject = { ...readJourney('order-thanks'), name }
    await qa.publish(document)
    await signIn(page, qa)
    /** Nothing can be scrolled sideways, no text leaves its dialog, and what can be pressed lies inside the window. */
    const fits = async () => {
      expect(await page.evaluate(HIDDEN)).toBe(0)
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      for (const button of await page.locator('header button:visible, [role=dialog] button:visible').all()) {
        const box = await button.boundingBox()
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280)
      }
    }
    const journeys = new JourneysScreen(page)
    await expect(journeys.row(name)).toBeVisible()
    await fits()
    const running = new RunningScreen(page)
    await running.open(qa.key, 'order-thanks')
    await fits()
    await running.ask('停止')
    await fits()
    await page.keyboard.press('Escape')
    await page.goto(`/w/${qa.key}/journeys/order-thanks/report`)
    await expect(page.getByText('漏斗').first()).toBeVisible()
    await fits()
    // One line each: nothing was squeezed by the name.
    const views = await page.getByRole('navigation', { name: '旅程视图' }).boundingBox()
    expect(views?.height).toBeLessThan(40)
    const editor = new EditorScreen(page)
    await editor.open(qa.key, 'order-thanks')
    await fits()
    await editor.askToPublish()
    await fits()
  })
}
