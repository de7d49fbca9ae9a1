import { expect, type Page } from '@playwright/test'
import { ok } from './every-screen.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { PublishDialog } from './screens/publish-dialog.ts'
import { SimulatorScreen } from './screens/simulator-screen.ts'
import type { TestWorkspace } from './workspace.ts'

/** Something that opens over a screen, or is drawn on it. */
export interface Sight {
  readonly name: string
  /** The file whose dialog it is, where it is one. */
  readonly of?: string
  /** The screen it is opened on: one of `ON_SCREEN`. */
  readonly path: string
  readonly open: (page: Page, qa: TestWorkspace) => Promise<void>
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
const opens = async (page: Page) => expect(dialog(page)).toBeVisible()
/** Whatever opens when a button is pressed. */
const by = (name: string | RegExp) => async (page: Page) => {
  await button(page, name).first().click()
  await opens(page)
}
export const card = (page: Page, name: string) => page.locator('.react-flow__node').filter({ hasText: name })
const choosing = (action: string) => async (page: Page) => {
  await page.getByRole('row').filter({ hasText: '草稿' }).getByRole('checkbox').check()
  await by(action)(page)
}

/** Sets when a second person publishes; one publishes again after what is looked at. */
const ruled = async (page: Page, qa: TestWorkspace, data: object) =>
  ok(await page.request.put(`/api/w/${qa.key}/approval-rules`, { data }))

const JOURNEYS = '/journeys'
const RUNNING = '/journeys/:key'
export const EDITOR = '/journeys/:key/edit'

export const DIALOGS: readonly Sight[] = [
  { name: 'new journey', of: 'screens/journeys/new-journey.tsx', path: JOURNEYS, open: by('新建旅程') },
  {
    name: 'new journey without a name',
    path: JOURNEYS,
    open: async (page) => {
      await by('新建旅程')(page)
      await button(page, '开始画').click()
      await expect(page.getByText('写一个名称')).toBeVisible()
    },
  },
  { name: 'templates', of: 'screens/journeys/templates.tsx', path: JOURNEYS, open: by('模板库') },
  {
    name: 'a file that is no journey',
    path: JOURNEYS,
    open: async (page) => {
      const file = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"hello": 1}') }
      await page.locator('input[type=file]').setInputFiles(file)
      await opens(page)
    },
  },
  { name: 'archive', of: 'screens/journeys/change-dialogs.tsx', path: JOURNEYS, open: choosing('归档') },
  { name: 'move', path: JOURNEYS, open: choosing('移到文件夹') },
  { name: 'label', path: JOURNEYS, open: choosing('设置标签') },
  { name: 'pause', of: 'screens/journey/orders.tsx', path: RUNNING, open: by('暂停') },
  {
    name: 'pull out',
    of: 'screens/journey/people-orders.tsx',
    path: RUNNING,
    open: async (page) => {
      await card(page, '等再次下单').click()
      await page.getByRole('listitem').filter({ hasText: '安娜' }).getByRole('checkbox').check()
      await by('拉出')(page)
    },
  },
  {
    name: 'publish',
    of: 'screens/journey/publish-dialog.tsx',
    path: EDITOR,
    open: async (page) => {
      await by('发布')(page)
      await expect(dialog(page).getByText('检查通过')).toBeVisible()
    },
  },
  {
    name: 'a version that takes a second person',
    path: EDITOR,
    open: async (page, qa) => {
      await ruled(page, qa, { uncounted: 'ask' })
      await by('发布')(page)
      await expect(dialog(page).getByText('需要第二个人批准才能发布')).toBeVisible()
      await ruled(page, qa, {})
    },
  },
  {
    name: 'a request that waits',
    path: EDITOR,
    open: async (page, qa) => {
      const api = `/api/w/${qa.key}`
      await ruled(page, qa, { uncounted: 'ask' })
      const { draft } = await ok(await page.request.get(`${api}/journeys/order-thanks`))
      const headers = { 'if-match': `"${draft.revision}"` }
      await ok(await page.request.post(`${api}/journeys/order-thanks/approvals`, { headers, data: { note: '春季' } }))
      await by('发布')(page)
      await expect(dialog(page).getByText('等第二个人批准')).toBeVisible()
      await ruled(page, qa, {})
    },
  },
  {
    name: 'publish while people stand at a node that is gone',
    path: EDITOR,
    open: async (page, qa) => {
      const api = `/api/w/${qa.key}/journeys/order-thanks`
      const { draft } = await ok(await page.request.get(api))
      // By another id it is another node.
      const document = JSON.parse(JSON.stringify(draft.document).replaceAll('"again"', '"again-2"'))
      await ok(
        await page.request.put(`${api}/draft`, {
          ...{ headers: { 'if-match': `"${draft.revision}"` }, data: { document } },
        }),
      )
      await page.reload()
      await by('发布')(page)
      const publishing = new PublishDialog(page)
      await publishing.choose('移到新版本')
      await expect(publishing.together).toContainText('1 人去向未定')
    },
  },
  {
    name: 'shortcuts',
    of: 'editor/shortcut-sheet.tsx',
    path: EDITOR,
    open: async (page) => {
      await page.keyboard.press('?')
      await opens(page)
    },
  },
  {
    name: 'simulating',
    of: 'simulate/simulator.tsx',
    path: EDITOR,
    open: async (page) => {
      const simulator = new SimulatorScreen(page)
      await simulator.open()
      await simulator.post({ amount: '299' })
      await simulator.skip()
      await expect(simulator.story.last()).toContainText('在这里等待')
    },
  },
  {
    name: 'a forecast',
    of: 'screens/journey/forecast/forecast.tsx',
    path: EDITOR,
    open: async (page) => {
      await by('预估')(page)
      await expect(dialog(page).getByText('每天')).toBeVisible()
    },
  },
  {
    name: 'an event to simulate',
    path: EDITOR,
    open: async (page) => {
      await new SimulatorScreen(page).open()
      await button(page, '发生行为').click()
      await expect(page.getByRole('form', { name: '发生行为' })).toBeVisible()
    },
  },
  {
    name: 'path tests, one of which fails',
    of: 'screens/journey/path-tests/path-tests.tsx',
    path: EDITOR,
    open: async (page, qa) => {
      const api = `/api/w/${qa.key}/journeys/order-thanks`
      const { draft } = await ok(await page.request.get(api))
      const happenings = [{ do: 'post', event: 'order completed', properties: { amount: 9 } }]
      const test = (name: string, path: string[]) => ({ name, clock: '2026-03-02T10:00', happenings, expect: { path } })
      const tests = [
        test('不到 200 元', ['order.next', 'big.no', 'thanks.sent', 'again']),
        test('双倍积分', ['order.next', 'big.yes', 'points.granted']),
      ]
      const headers = { 'if-match': `"${draft.revision}"` }
      await ok(await page.request.put(`${api}/draft`, { headers, data: { document: { ...draft.document, tests } } }))
      await page.reload()
      await by('路径测试')(page)
      await expect(dialog(page).getByText('从第 2 步起不同')).toBeVisible()
    },
  },
  {
    name: 'a draft that somebody else saved',
    of: 'screens/journey/saving/conflict-dialog.tsx',
    path: EDITOR,
    open: async (page, qa) => {
      const api = `/api/w/${qa.key}/journeys/order-thanks`
      const { draft } = await ok(await page.request.get(api))
      const headers = { 'if-match': `"${draft.revision}"` }
      const document = { ...draft.document, note: 'by somebody else' }
      await ok(await page.request.put(`${api}/draft`, { headers, data: { document } }))
      await new EditorScreen(page).add('人群打标')
      await opens(page)
    },
  },
  {
    name: 'who reached a goal',
    of: 'screens/journey/goals.tsx',
    path: '/journeys/:key/report',
    open: async (page, qa) => {
      const { live } = await ok(await page.request.get(`/api/w/${qa.key}/journeys/order-thanks`))
      const again = { id: 'again', name: '再次下单', events: [{ event: 'order completed' }] }
      const goals = [{ ...again, within: { amount: 30, unit: 'day' } }]
      await qa.publish({ ...live.document, settings: { ...live.document.settings, goals } })
      await page.reload()
      await by('再次下单')(page)
      await expect(dialog(page).getByText('没有这样的会员')).toBeVisible()
    },
  },
  { name: 'approve', path: '/approvals/:approval', open: by('批准并发布') },
  { name: 'reject', of: 'screens/approvals/decisions.tsx', path: '/approvals/:approval', open: by('拒绝') },
  { name: 'notices of approvals', of: 'app/notices-sheet.tsx', path: '/members', open: by('通知') },
  {
    name: 'a notice of a node',
    path: JOURNEYS,
    open: async (page, qa) => {
      await qa.publish('big-orders')
      await qa.post('anna', 'big order', { amount: 8_800 })
      await qa.settled()
      await by(/^通知，\d+ 条未读$/)(page)
      await expect(dialog(page).getByText('大单：安娜')).toBeVisible()
    },
  },
  { name: 'delete a segment', of: 'screens/sets/confirm-delete.tsx', path: '/segments/:segment', open: by('删除') },
  { name: 'delete a group', path: '/groups/:group', open: by('删除') },
  { name: 'invite', of: 'screens/settings/invite.tsx', path: '/settings/people', open: by('邀请') },
  {
    name: 'the link of an invitation',
    path: '/settings/people',
    open: async (page) => {
      await by('邀请')(page)
      await dialog(page).getByLabel('邮箱').fill('another@example.com')
      await button(page, '生成链接').click()
      await expect(page.getByText('邀请链接已生成')).toBeVisible()
    },
  },
  { name: 'take somebody out', of: 'screens/settings/people.tsx', path: '/settings/people', open: by('移出 viewer') },
  {
    name: 'forget uploaded holidays',
    of: 'screens/settings/holidays.tsx',
    path: '/settings/holidays',
    open: async (page, qa) => {
      const year = new Date().getFullYear()
      const data = { years: [year], days: [{ date: `${year}-01-01`, is: 'off', name: '元旦' }] }
      await ok(await page.request.put(`/api/w/${qa.key}/holidays`, { data }))
      await page.reload()
      await by('不用上传的')(page)
    },
  },
  {
    name: 'add a service',
    of: 'screens/settings/service-dialog.tsx',
    path: '/settings/services',
    open: by('添加服务'),
  },
  { name: 'change a service', path: '/settings/services', open: by('修改') },
  { name: 'delete a service', path: '/settings/services', open: by('删除') },
  {
    name: 'test a service',
    of: 'screens/settings/test-call-dialog.tsx',
    path: '/settings/services',
    open: async (page, qa) => {
      // Nothing leaves the machine: a private address is refused.
      const data = { name: '会员系统', url: 'http://10.0.0.1' }
      await ok(await page.request.put(`/api/w/${qa.key}/connections/crm`, { data }))
      await by('测试')(page)
      await button(page, '发送').click()
      await expect(dialog(page).getByText('调用没有成功')).toBeVisible()
    },
  },
  { name: 'new key', of: 'screens/settings/keys.tsx', path: '/settings/keys', open: by('新建密钥') },
  { name: 'revoke a key', path: '/settings/keys', open: by('停用') },
  {
    name: 'the session has ended', // the last: nobody is signed in after it
    of: 'app/sign-in-again.tsx',
    path: '/settings/account',
    open: async (page) => {
      await ok(
        await page.request.post('/api/auth/sign-out', { data: {}, headers: { origin: new URL(page.url()).origin } }),
      )
      await page.getByRole('link', { name: '旅程' }).click()
      await expect(page.getByText('登录已结束').first()).toBeVisible()
    },
  },
]
