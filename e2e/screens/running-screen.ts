import { expect, type Locator, type Page } from '@playwright/test'

/** A journey that runs, with live counts. */
export class RunningScreen {
  constructor(private readonly page: Page) {}

  /** The card of a key figure. */
  figure(label: string): Locator {
    return this.page.getByText(label, { exact: true }).first().locator('..').locator('..')
  }

  async pause(): Promise<void> {
    await this.order('暂停', '已暂停')
  }

  async resume(): Promise<void> {
    await this.order('继续', '运行中')
  }

  async stop(): Promise<void> {
    await this.order('停止', '已结束')
  }

  private async order(button: string, state: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click()
    const dialog = this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'))
    await dialog.getByRole('button', { name: button }).click()
    await expect(this.page.getByText(state, { exact: true }).first()).toBeVisible()
  }
}
