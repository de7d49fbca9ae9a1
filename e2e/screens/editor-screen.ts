import { expect, type Locator, type Page } from '@playwright/test'

/** The canvas on which a journey is drawn. */
export class EditorScreen {
  constructor(private readonly page: Page) {}

  /** Adds a node after the one that is chosen, by a click in the palette. */
  async add(kind: string): Promise<void> {
    await this.page.getByRole('button', { name: kind }).first().click()
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('已保存')).toBeVisible()
  }

  problems(): Locator {
    return this.page.getByRole('region', { name: '问题' })
  }

  /** Publishes what is drawn; the running view is there when it resolves. */
  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '发布' }).click()
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.getByText('检查通过')).toBeVisible()
    const sure = dialog.getByRole('checkbox')
    if (await sure.isVisible()) await sure.check()
    await dialog.getByRole('button', { name: '发布' }).click()
    await expect(this.page.getByText('运行中')).toBeVisible()
  }
}
