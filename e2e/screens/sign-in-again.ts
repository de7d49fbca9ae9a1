import { expect, type Locator, type Page } from '@playwright/test'

/** What lies over a page whose session has ended. */
export class SignInAgain {
  readonly dialog: Locator
  /** What reminds who has put it off. */
  readonly reminder: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: '登录已结束' })
    this.reminder = page.getByRole('button', { name: '重新登录' })
  }

  async later(): Promise<void> {
    await this.dialog.getByRole('button', { name: '关闭' }).click()
  }

  async enter(password: string): Promise<void> {
    await this.dialog.locator('input[type=password]').fill(password)
    await this.dialog.getByRole('button', { name: '登录' }).click()
  }

  /** Signs in; the page is as it was when it resolves. */
  async signIn(password: string): Promise<void> {
    await this.enter(password)
    await expect(this.dialog).toBeHidden()
  }
}
