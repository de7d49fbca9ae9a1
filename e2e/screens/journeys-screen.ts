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

  /** Makes an empty journey; its canvas is there when it resolves. */
  async create(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '新建旅程' }).first().click()
    await this.page.getByRole('dialog').getByRole('textbox').first().fill(name)
    await this.page.keyboard.press('Enter')
    await expect(this.page).toHaveURL(/\/edit$/)
    await expect(this.page.getByRole('application', { name: '画布' })).toBeVisible()
  }
}
