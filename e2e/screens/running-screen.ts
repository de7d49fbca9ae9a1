import { expect, type Locator, type Page } from '@playwright/test'

/** A journey that runs, with live counts. */
export class RunningScreen {
  constructor(private readonly page: Page) {}

  async open(workspace: string, journey: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/journeys/${journey}`)
    await expect(this.page.getByText('累计进入')).toBeVisible()
  }

  /** How fresh the numbers are. */
  freshness(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text })
  }

  /** The card of a node. */
  node(name: string): Locator {
    return this.page.locator('.react-flow__node').filter({ hasText: name })
  }

  /** Somebody in the list of who is at the chosen node. */
  person(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name })
  }

  async pullOut(name: string): Promise<void> {
    await this.person(name).getByRole('checkbox').check()
    await this.page.getByRole('button', { name: '拉出' }).click()
    await this.page
      .getByRole('dialog')
      .or(this.page.getByRole('alertdialog'))
      .getByRole('button', { name: '拉出' })
      .click()
  }

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
