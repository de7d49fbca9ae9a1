import { expect, type Page } from '@playwright/test'
import type { Colleague, TestWorkspace } from '../workspace.ts'

export class SignInScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/sign-in')
  }

  /** Signs in; the first screen of the workspace is there when it resolves. */
  async signIn(colleague: Colleague): Promise<void> {
    await this.enter(colleague)
    await expect(this.page).toHaveURL(/\/w\/[^/]+\/journeys/)
  }

  async enter({ email, password }: Colleague): Promise<void> {
    await this.page.getByLabel('邮箱').fill(email)
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: '登录' }).click()
  }
}

/** Lets a colleague in and signs them in; the first screen of the workspace is there when it resolves. */
export async function signedIn(
  page: Page,
  qa: TestWorkspace,
  role: Parameters<TestWorkspace['colleague']>[0],
): Promise<Colleague> {
  const colleague = await qa.colleague(role)
  const signIn = new SignInScreen(page)
  await signIn.open()
  await signIn.signIn(colleague)
  return colleague
}
