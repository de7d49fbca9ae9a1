import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { IN_EDITOR } from './editor-sights.ts'
import { dialogFiles, fill, ON_SCREEN, screenPaths, withoutKeys } from './every-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { DIALOGS, type Sight } from './sights.ts'
import { expect, test } from './test.ts'
import type { TestWorkspace } from './workspace.ts'

/** What WCAG 2.2 AA has against what is seen now. */
async function faults(page: Page): Promise<string[]> {
  // What moves is looked at once it stands: a dialog that fades in has no contrast yet.
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished)).then(() => null)`)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`)
}

/** Looks at one thing after the other, and then tells of all that had faults. */
class Looks {
  private readonly found: Record<string, string[]> = {}
  constructor(private readonly page: Page) {}

  async at(name: string): Promise<void> {
    const list = await faults(this.page)
    if (list.length > 0) this.found[name] = list
  }

  areClean(): void {
    expect(this.found).toEqual({})
  }
}

const addressOf = (path: string, parameters: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const value = parameters[name]
    if (value === undefined) throw new Error(`no :${name} is known: let \`fill\` in e2e/every-screen.ts make one`)
    return value
  })

test('every screen and every dialog is looked at', () => {
  expect(Object.keys(ON_SCREEN).sort()).toEqual(screenPaths().sort())
  expect(DIALOGS.flatMap(({ of }) => of ?? []).sort()).toEqual(dialogFiles())
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, actionTimeout: 15_000 })
    test.setTimeout(240_000)

    const sights = (list: readonly Sight[]) => async (page: Page, qa: TestWorkspace) => {
      await signedIn(page, qa, 'admin')
      const parameters = await fill(page, qa)
      const looks = new Looks(page)
      for (const { name, path, open } of list) {
        await page.goto(`/w/${qa.key}${addressOf(path, parameters)}`)
        await expect(page.getByText(ON_SCREEN[path]?.full ?? path).first()).toBeVisible()
        await open(page, qa)
        await looks.at(name)
      }
      looks.areClean()
    }

    test('every screen is clean for axe', async ({ page, qa }) => {
      await signedIn(page, qa, 'admin')
      const parameters = await fill(page, qa)
      const looks = new Looks(page)
      for (const [path, { full }] of Object.entries(ON_SCREEN)) {
        await page.goto(`/w/${qa.key}${addressOf(path, parameters)}`)
        await expect(page.getByText(full).first()).toBeVisible()
        await looks.at(path)
      }
      looks.areClean()
    })

    test('every screen is clean for axe where there is nothing yet, and those before it', async ({ page, qa }) => {
      const looks = new Looks(page)
      await page.goto('/sign-in')
      await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
      await looks.at('sign-in')
      await page.getByRole('button', { name: '登录' }).click()
      await expect(page.getByText('填写邮箱')).toBeVisible()
      await looks.at('sign-in, refused')
      await page.goto('/invitation/nothing')
      await expect(page.getByText('打不开这个邀请')).toBeVisible()
      await looks.at('an invitation that is not there')
      await signedIn(page, qa, 'admin')
      const made = await page.request.post(`/api/w/${qa.key}/invitations`, {
        data: { email: `${qa.key}@example.com`, role: 'viewer' },
      })
      await page.goto(new URL((await made.json()).link).pathname)
      await expect(page.getByRole('button', { name: '加入' })).toBeVisible()
      await looks.at('an invitation')
      await withoutKeys(page, qa)
      for (const [path, { empty }] of Object.entries(ON_SCREEN)) {
        if (empty === undefined) continue
        if (path.includes(':key')) await page.request.post(`/api/w/${qa.key}/journeys`, { data: { name: 'draft' } })
        await page.goto(`/w/${qa.key}${addressOf(path, { key: 'draft' })}`)
        await expect(page.getByText(empty).first()).toBeVisible()
        await looks.at(path)
      }
      await page.goto(`/w/${qa.key}/nowhere`)
      await expect(page.getByText('这个地址没有内容')).toBeVisible()
      await looks.at('nowhere')
      looks.areClean()
    })

    test('every dialog is clean for axe', async ({ page, qa }) => sights(DIALOGS)(page, qa))
    test('the editor is clean for axe, whatever it shows', async ({ page, qa }) => sights(IN_EDITOR)(page, qa))
  })
}
