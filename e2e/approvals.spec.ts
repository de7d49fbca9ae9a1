import type { Browser, Page } from '@playwright/test'
import type { Role } from '../engine/access/face.ts'
import { ApprovalScreen } from './screens/approval-screen.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { PublishDialog } from './screens/publish-dialog.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'
import type { TestWorkspace } from './workspace.ts'

/** A browser of its own, in which somebody is signed in. */
async function browserOf(browser: Browser, qa: TestWorkspace, role: Role): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: qa.url })).newPage()
  await signedIn(page, qa, role)
  return page
}

const everyone = (name = '全员问候') => ({
  ...{ schema: 1, key: 'hello', name },
  nodes: [
    {
      ...{ id: 'start', type: 'trigger-audience', version: 1, name: '全部会员' },
      settings: { include: ['all'], firing: { kind: 'at', local: '2026-04-01T10:00' } },
    },
    { id: 'end', type: 'end', version: 1, name: '结束' },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'end' }],
})

/** The asker and the approver, each with a browser, and a journey that takes more members than one person may let in. */
async function both(browser: Browser, qa: TestWorkspace) {
  for (const user of ['anna', 'ben', 'cora']) await qa.member(user)
  await qa.segment('all', { all: [] })
  const admin = await browserOf(browser, qa, 'admin')
  await admin.goto(`/w/${qa.key}/settings/approvals`)
  await admin.getByLabel('人数超过').fill('2')
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(admin.getByText('审批规则已保存')).toBeVisible()
  await qa.drawn(everyone())
  const asker = await browserOf(browser, qa, 'operator')
  const editor = new EditorScreen(asker)
  await editor.open(qa.key, 'hello')
  const approver = await browserOf(browser, qa, 'approver')
  return { asker, editor, approver, publishing: new PublishDialog(asker), approvals: new ApprovalScreen(approver) }
}

test('a large journey is asked for by one, read and published by another, and the version says so', async ({
  browser,
  qa,
}) => {
  const { asker, editor, approver, publishing, approvals } = await both(browser, qa)
  await editor.askToPublish()
  await expect(publishing.secondPerson).toContainText('现在符合条件的会员有 3 人，超过 2 人需要第二个人批准')
  await expect(publishing.secondPerson).toContainText('admin、approver')
  await expect(publishing.publishButton).toBeHidden()
  await publishing.ask('春季第一封')
  await expect(publishing.waiting).toContainText('春季第一封')
  await asker.keyboard.press('Escape')
  await expect(asker.getByRole('link', { name: /^等待批准 · operator 于 .* 请求批准$/ })).toBeVisible()

  await approver.goto(`/w/${qa.key}/journeys/hello/edit`)
  await approver.getByRole('link', { name: /^等你批准 · operator 于 .* 请求批准$/ }).click()
  await expect(approvals.says('这是第一版，共 2 个节点')).toBeVisible()
  await approver.goto(`/w/${qa.key}`)
  await approver.reload()
  await expect(approvals.place('审批 1')).toBeVisible()
  await approvals.place('审批 1').click()
  await expect(approvals.row('全员问候')).toContainText('operator')
  await approvals.open('全员问候')
  await expect(approvals.says('这是第一版，共 2 个节点')).toBeVisible()
  await approver.getByRole('button', { name: '看画布' }).click()
  await expect(new EditorScreen(approver).node('全部会员')).toBeVisible()
  await expect(approver.getByRole('button', { name: '发布', exact: true })).toBeHidden()
  await approver.goBack()
  await approvals.approve()
  await expect(approvals.says('approver 批准了，已发布为 v1')).toBeVisible()
  await expect(approvals.place(/^审批$/)).toBeVisible()

  await asker.goto(`/w/${qa.key}/journeys/hello`)
  await editor.runs()
  await expect(asker.getByTitle(/operator 发起，approver 批准/)).toBeVisible()
})

test('what was rejected says why, is asked for again, and is overtaken by a change', async ({ browser, qa }) => {
  const { asker, editor, approver, publishing, approvals } = await both(browser, qa)
  await editor.askToPublish()
  await publishing.ask('春季第一封')
  await expect(publishing.waiting).toBeVisible()
  await approver.goto(`/w/${qa.key}/approvals`)
  await approvals.open('全员问候')
  await approvals.reject('先等库存')
  await expect(approvals.says('approver 拒绝了')).toBeVisible()

  await asker.reload()
  await editor.askToPublish()
  await expect(publishing.secondPerson).toContainText('先等库存')
  await publishing.ask('库存到了')
  await expect(publishing.waiting).toBeVisible()
  await approver.goto(`/w/${qa.key}/approvals`)
  await approvals.open('全员问候')
  await asker.keyboard.press('Escape')
  const pending = asker.getByRole('link', { name: /^等待批准/ })
  await expect(pending).toBeVisible()
  await editor.rename('全员问候二')
  await editor.saved()
  await expect(pending).toBeHidden()
  await approvals.approve()
  await expect(approver.getByText('这个请求已经有结果，或已失效').first()).toBeVisible()
  await expect(approvals.says('请求已失效')).toBeVisible()
  await expect(approvals.approveButton).toBeHidden()

  await editor.askToPublish()
  await expect(publishing.secondPerson).toContainText('上次的请求已失效')
})
