import type { Locator, Page } from '@playwright/test'

/** The choice between what is drawn here and what was saved first. */
export class ConflictDialog {
  readonly dialog: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: '先保存了另一份' })
  }

  /** How a node, or the journey itself, differs. */
  difference(name: string): Locator {
    return this.dialog.getByRole('row').filter({ hasText: name })
  }

  async choose(way: '用我的' | '用对方的' | '把我的另存为新旅程' | '用这一份' | '用另一份'): Promise<void> {
    await this.dialog.getByRole('button', { name: way, exact: true }).click()
  }

  /** Closes it without choosing. */
  async later(): Promise<void> {
    await this.dialog.getByRole('button', { name: '关闭' }).click()
  }
}
