import { expect, type Locator, type Page } from '@playwright/test'

export class JourneysScreen {
  constructor(private readonly page: Page) {}

  async open(workspace: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/journeys`)
    await expect(this.page.getByRole('heading', { name: '旅程', level: 1 })).toBeVisible()
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name })
  }
}
