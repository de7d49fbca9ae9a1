import { expect, type Locator, type Page } from '@playwright/test'

/** The page that the link of an invitation opens. */
export class InvitationScreen {
  constructor(private readonly page: Page) {}

  async open(link: string): Promise<void> {
    await this.page.goto(new URL(link).pathname)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** Comes in as somebody new. */
  async join(name: string, password: string): Promise<void> {
    await this.page.getByLabel('名字').fill(name)
    await this.page.getByLabel('设置密码', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: '加入' }).click()
  }

  /** A sentence of the page. */
  says(text: string): Locator {
    return this.page.getByRole('main').getByText(text)
  }

  /** The ways on that the page offers. */
  ways(): Locator {
    return this.page.getByRole('main').getByRole('link')
  }
}
