import type { Locator, Page } from '@playwright/test'

/** The requests that a second person publish a journey, and one of them. */
export class ApprovalScreen {
  constructor(private readonly page: Page) {}

  /** How many wait, as the navigation says it. */
  place(text: string | RegExp): Locator {
    return this.page.getByRole('navigation').getByRole('link', { name: text })
  }

  row(journey: string): Locator {
    return this.page.getByRole('row').filter({ hasText: journey })
  }

  async open(journey: string): Promise<void> {
    await this.row(journey).getByRole('link').click()
  }

  /** What is said of the request at hand. */
  says(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(text)
  }

  difference(node: string): Locator {
    return this.page.getByRole('region', { name: '不同之处' }).getByRole('row').filter({ hasText: node })
  }

  get approveButton(): Locator {
    return this.page.getByRole('button', { name: '批准并发布' })
  }

  async approve(): Promise<void> {
    await this.approveButton.click()
    await this.page.getByRole('alertdialog').getByRole('button', { name: '批准并发布' }).click()
  }

  async reject(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '拒绝' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('原因').fill(reason)
    await dialog.getByRole('button', { name: '拒绝' }).click()
  }
}
