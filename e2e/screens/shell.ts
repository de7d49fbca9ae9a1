import { expect, type Page } from '@playwright/test'

/** What stands around every screen. */
export class Shell {
  constructor(private readonly page: Page) {}

  async signOut(person: string): Promise<void> {
    await this.page.getByRole('button', { name: person }).click()
    await this.page.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(this.page).toHaveURL(/sign-in/)
  }
}
