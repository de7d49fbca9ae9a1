import { EditorScreen } from './screens/editor-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'
import { readJourney } from './workspace.ts'

const clock = '2026-03-02T10:00'
const order = (amount: number) => [{ do: 'post', event: 'order completed', properties: { amount } }]
const tests = [
  {
    ...{ name: '不到 200 元也感谢', clock, happenings: order(199) },
    expect: { path: ['order.next', 'big.no', 'thanks.sent', 'again'] },
  },
  {
    ...{ name: '199 元算大单', clock, happenings: order(199) },
    expect: { path: ['order.next', 'big.yes', 'points.granted', 'thanks.sent', 'again'] },
  },
]

test('path tests that were pushed are played against the draft, and show where they part and what none goes through', async ({
  page,
  qa,
}) => {
  await qa.drawn({ ...readJourney('order-thanks'), tests })
  await signedIn(page, qa, 'operator')
  const editor = new EditorScreen(page)
  await editor.open(qa.key, 'order-thanks')
  await page.getByRole('button', { name: '路径测试' }).click()
  const sheet = page.getByRole('dialog')
  const result = (name: string) => sheet.getByRole('listitem').filter({ hasText: name })
  await expect(result('不到 200 元也感谢')).toContainText('通过')
  await expect(result('不到 200 元也感谢')).toContainText('等再次下单（等待）')
  const failed = result('199 元算大单')
  await expect(failed).toContainText('未通过')
  await expect(failed.getByRole('row', { name: '2 满 200 元 · 是 满 200 元 · 否' })).toBeVisible()
  await expect(failed).toContainText('从第 2 步起不同')
  await expect(failed).toContainText('amount 是 199')
  await expect(sheet).toContainText('3 / 8，只算通过的测试走到的')

  await sheet.getByRole('button', { name: '「满 200 元」走「是」到「双倍积分」' }).click()
  await expect(sheet).toBeHidden()
  await expect(editor.canvas.settings).toBeVisible()
})
