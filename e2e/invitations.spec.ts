import { InvitationScreen } from './screens/invitation-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

const PASSWORD = 'a password of my own'

test('an invitation brings somebody in once, and says so when it is opened again', async ({ page, browser, qa }) => {
  const link = await qa.invitation(`new-${qa.key}@example.com`)
  const invitation = new InvitationScreen(page)
  await invitation.open(link)
  await expect(invitation.says('运营')).toBeVisible()
  await invitation.join('新同事', PASSWORD)
  await expect(page).toHaveURL(new RegExp(`/w/${qa.key}/journeys`))

  await invitation.open(link)
  await expect(invitation.says('这个邀请已被接受。直接登录即可。')).toBeVisible()
  await expect(invitation.ways()).toHaveText(['打开我的工作区'])
  await invitation.ways().click()
  await expect(page).toHaveURL(new RegExp(`/w/${qa.key}/journeys`))

  const elsewhere = await (await browser.newContext({ baseURL: qa.url })).newPage()
  const again = new InvitationScreen(elsewhere)
  await again.open(link)
  await expect(again.says('这个邀请已被接受。直接登录即可。')).toBeVisible()
  await expect(again.ways()).toHaveText(['去登录'])
  await again.ways().click()
  await expect(elsewhere).toHaveURL(/\/sign-in$/)
})

test('an invitation that has expired says whom to ask, and lets nobody in', async ({ page, qa }) => {
  const invitation = new InvitationScreen(page)
  await invitation.open(await qa.invitation(`late-${qa.key}@example.com`, 'expired'))
  await expect(invitation.says('邀请已过期。请工作区的管理员重新邀请。')).toBeVisible()
  await expect(page.getByRole('textbox')).toBeHidden()
  await expect(invitation.ways()).toHaveText(['去登录'])
})

test('a link that opens nothing says so', async ({ page }) => {
  const invitation = new InvitationScreen(page)
  await invitation.open('http://waymark/invitation/constructor')
  await expect(invitation.says('这个链接已失效。请向邀请你的人要最新的链接。')).toBeVisible()
})

test('somebody who is in already needs no invitation: the link says so, and no second one is made', async ({
  page,
  qa,
}) => {
  const link = await qa.invitation(`operator-${qa.key}@example.com`)
  await qa.colleague('operator')
  const invitation = new InvitationScreen(page)
  await invitation.open(link)
  await expect(invitation.says('你已经在这个工作区里，不需要邀请。直接登录即可。')).toBeVisible()
  await expect(invitation.ways()).toHaveText(['去登录'])

  await signedIn(page, qa, 'admin')
  await page.goto(`/w/${qa.key}/settings/people`)
  await page.getByRole('button', { name: '邀请' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('邮箱').fill(`operator-${qa.key}@example.com`)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('这个邮箱的人已经在工作区里。可以直接改角色。')
})
