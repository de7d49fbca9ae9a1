import { EditorScreen } from './screens/editor-screen.ts'
import { PublishDialog } from './screens/publish-dialog.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('an operator shortens a wait while people are inside, and they leave at the new time', async ({ page, qa }) => {
  await qa.publish(care())
  await qa.member('anna')
  await qa.post('anna', 'signed up')
  await qa.wind('2 days')
  await qa.member('boris')
  await qa.post('boris', 'signed up')
  await qa.wind('1 day')
  await signedIn(page, qa, 'operator')

  const editor = new EditorScreen(page)
  await editor.open(qa.key, 'care')
  await editor.node('等几天').click()
  await editor.canvas.settings.getByLabel('时长').fill('2')
  await editor.canvas.settings.getByLabel('时长').press('Tab')
  await editor.saved()
  await editor.askToPublish()
  const dialog = new PublishDialog(page)
  await expect(dialog.inside(2)).toBeVisible()
  await expect(dialog.together).toContainText('2 人不变')
  await dialog.choose('移到新版本')
  await expect(dialog.together).toContainText('1 人立刻往下走')
  await expect(dialog.together).toContainText('1 人等得更短')
  await dialog.publish()
  await editor.runs()

  await qa.settled()
  expect(await qa.path('anna', 'care')).toBe('start:next days:moved-out days:done end:ended')
  expect(await qa.path('boris', 'care')).toBe('start:next days:moved-out @days')
  await qa.wind('1 day')
  expect(await qa.path('boris', 'care')).toBe('start:next days:moved-out days:done end:ended')
})

test('an operator says where people go whose node is gone', async ({ page, qa }) => {
  await qa.publish(care())
  await qa.member('anna', { name: '安娜' })
  await qa.post('anna', 'signed up')
  await qa.settled()
  await signedIn(page, qa, 'operator')

  const editor = new EditorScreen(page)
  await editor.open(qa.key, 'care')
  await editor.node('等几天').click()
  await page.keyboard.press('Delete')
  await editor.saved()
  await editor.publishButton.click()
  const dialog = new PublishDialog(page)
  await dialog.choose('移到新版本')
  await expect(dialog.together).toContainText('1 人去向未定')
  await expect(dialog.publishButton).toBeDisabled()
  await dialog.lead('等几天', '结束')
  await expect(dialog.together).toContainText('1 人立刻往下走')
  await dialog.confirm()
  await dialog.publish()
  await editor.runs()
  await qa.settled()
  expect(await qa.path('anna', 'care')).toBe('start:next days:moved-out end:ended')
})

const node = (id: string, type: string, name: string, settings: object = {}) => ({
  ...{ id, type, version: 1, name, settings: { ...settings } },
})

/** Who signs up waits for 7 days. */
const care = () => ({
  ...{ schema: 1, key: 'care', name: '新客关怀' },
  nodes: [
    node('start', 'trigger-event', '注册', { events: [{ event: 'signed up' }] }),
    node('days', 'wait', '等几天', { kind: 'duration', duration: { amount: 7, unit: 'day' } }),
    node('end', 'end', '结束'),
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'days' },
    { from: 'days', outcome: 'done', to: 'end' },
  ],
})
