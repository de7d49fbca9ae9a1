import type { Browser, Page } from '@playwright/test'
import type { Role } from '../engine/access/face.ts'
import { ConflictDialog } from './screens/conflict-dialog.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { SignInScreen } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'
import type { TestWorkspace } from './workspace.ts'

const KEY = 'order-thanks'

/** A browser of its own in which a colleague has the journey open. */
async function drawing(browser: Browser, qa: TestWorkspace, role: Role): Promise<{ page: Page; editor: EditorScreen }> {
  const page = await (await browser.newContext({ baseURL: qa.url })).newPage()
  const signIn = new SignInScreen(page)
  await signIn.open()
  await signIn.signIn(await qa.colleague(role))
  const editor = new EditorScreen(page)
  await editor.open(qa.key, KEY)
  return { page, editor }
}

/** Two colleagues with one draft: `first` has saved, then `second` has drawn and is asked. */
async function bothDrew(browser: Browser, qa: TestWorkspace) {
  await qa.drawn(KEY)
  const first = await drawing(browser, qa, 'operator')
  const second = await drawing(browser, qa, 'admin')
  await first.editor.rename('第一个人的名字')
  await first.editor.saved()
  await second.editor.add('发放积分')
  const conflict = new ConflictDialog(second.page)
  await expect(conflict.dialog).toContainText('operator 先保存了另一份')
  return { first, second, conflict }
}

const added = (document: unknown) => JSON.stringify(document).includes('"name":"发放积分"')

test('who saves second sees how the two differ, and nothing is lost while it is undecided', async ({ browser, qa }) => {
  const { second, conflict } = await bothDrew(browser, qa)
  await expect(conflict.difference('旅程本身')).toContainText('名称')
  await expect(conflict.difference('发放积分')).toContainText('只在我的里')
  expect(await qa.draft(KEY)).toMatchObject({ name: '第一个人的名字' })

  await conflict.later()
  await second.editor.rename('第二个人的名字')
  await second.page.reload()
  await expect(conflict.difference('发放积分')).toContainText('只在我的里')
  await conflict.later()
  await expect(second.editor.name()).toHaveValue('第二个人的名字')
  await expect(second.editor.saveState('等你选择')).toBeVisible()
})

test('who keeps theirs replaces the draft, and the first to have saved is asked in turn', async ({ browser, qa }) => {
  const { first, second, conflict } = await bothDrew(browser, qa)
  await conflict.choose('用我的')
  await second.editor.saved()
  expect(added(await qa.draft(KEY))).toBe(true)
  await first.editor.rename('第一个人又改')
  await expect(new ConflictDialog(first.page).difference('发放积分')).toContainText('只在对方的里')
})

test('who takes the other one goes on with it', async ({ browser, qa }) => {
  const { second, conflict } = await bothDrew(browser, qa)
  await conflict.choose('用对方的')
  await expect(second.editor.name()).toHaveValue('第一个人的名字')
  await expect(second.editor.node('发放积分')).toBeHidden()
  await second.editor.rename('两个人的名字')
  await second.editor.saved()
  expect(await qa.draft(KEY)).toMatchObject({ name: '两个人的名字' })
})

test('who opens a copy has both', async ({ browser, qa }) => {
  const { second, conflict } = await bothDrew(browser, qa)
  await conflict.choose('把我的另存为新旅程')
  await expect(second.editor.name()).toHaveValue('第一个人的名字')
  await second.page.getByRole('button', { name: '打开' }).click()
  await expect(second.editor.name()).toHaveValue(/（我的）$/)
  await expect(second.editor.node('发放积分')).toBeVisible()
})
