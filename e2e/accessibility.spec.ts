import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { SignInScreen } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

/** What WCAG 2.2 AA has against what is seen now. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`)
}

const SCREENS = {
  journeys: '旅程',
  'journeys/order-thanks': '累计进入',
  'journeys/order-thanks/edit': '行为触发',
  'journeys/order-thanks/report': '漏斗',
  members: '会员',
  segments: '人群',
  'settings/people': 'operator',
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('every screen is clean for axe', async ({ page, qa }) => {
      await qa.member('anna', { name: '安娜' })
      await qa.segment('vip', { field: 'member.vip', op: 'eq', value: true })
      await qa.publish('order-thanks')
      await qa.post('anna', 'order completed', { amount: 299 })
      await qa.settled()
      const signIn = new SignInScreen(page)
      await signIn.open()
      await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
      const found: Record<string, string[]> = { 'sign-in': await faults(page) }
      await signIn.signIn(await qa.colleague('operator'))
      for (const [path, sight] of Object.entries(SCREENS)) {
        await page.goto(`/w/${qa.key}/${path}`)
        await expect(page.getByText(sight).first()).toBeVisible()
        found[path] = await faults(page)
      }
      expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({})
    })
  })
}
