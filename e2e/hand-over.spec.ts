import { Mouse } from './drawing/mouse.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { RunningScreen } from './screens/running-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

const node = (id: string, type: string, name: string, settings: object = {}) => ({
  ...{ id, type, version: 1, name, settings: settings as never },
})

test('stopping a journey tells who hands members over to it; whom it does not take any more goes another way, and reads why', async ({
  page,
  qa,
}) => {
  await signedIn(page, qa, 'operator')
  const mouse = new Mouse(page)
  const journey = { schema: 1, settings: {} }
  await qa.publish({
    ...{ ...journey, key: 'care', name: '售后关怀' },
    nodes: [node('called', 'trigger-api', '移交来的')],
    edges: [],
  })
  const order = { events: [{ event: 'order completed' }] }
  await qa.publish({
    ...{ ...journey, key: 'thanks', name: '下单致谢' },
    nodes: [
      node('start', 'trigger-event', '下单', order),
      node('over', 'move-group', '移交', { kind: 'hand-over', journey: 'care' }),
      node('other', 'end', '没人接'),
    ],
    edges: [
      { from: 'start', outcome: 'next', to: 'over' },
      { from: 'over', outcome: 'failed', to: 'other' },
    ],
  })

  await new RunningScreen(page).open(qa.key, 'care')
  await mouse.press(page.getByRole('button', { name: '停止', exact: true }))
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByText('这些旅程会把会员移交过来：下单致谢。')).toBeVisible()
  await mouse.press(dialog.getByRole('button', { name: '停止', exact: true }))
  await expect(dialog).toBeHidden()

  await qa.member('anna', { name: '安娜' })
  await qa.post('anna', 'order completed')
  await qa.settled()
  expect(await qa.path('anna', 'thanks')).toBe('start:next over:failed other:ended')
  const { members } = await (await page.request.get(`/api/w/${qa.key}/members`)).json()
  await page.goto(`/w/${qa.key}/members/${members[0].id}`)
  await mouse.press(page.getByRole('tab', { name: '旅程' }))
  await mouse.press(page.getByText('下单致谢').first())
  await expect(page.getByText('没有移交：旅程「care」当时不接收会员。').first()).toBeVisible()

  await page.goto(`/w/${qa.key}/journeys/thanks/edit`)
  await new EditorScreen(page).ready()
  await expect(page.getByText('旅程「care」没有运行，或没有接口触发').first()).toBeVisible()
})
