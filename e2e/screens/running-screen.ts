import { expect, type Locator, type Page } from '@playwright/test'
import { Canvas } from './canvas.ts'

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
    return new Canvas(this.page).card(name)
  }

  /** How many wait at a node, as its card says it without being loaded anew. */
  async waiting(node: string, people: number): Promise<void> {
    await expect(this.node(node).getByTitle(`等待 ${people}`, { exact: true })).toBeVisible()
  }

  /** Somebody in the list of who is at the chosen node. */
  person(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name })
  }

  /** Shows those at the chosen node who failed there, instead of those who wait. */
  async showFailed(): Promise<void> {
    await this.page.getByRole('tab', { name: /失败/ }).click()
  }

  /** Retries all who failed at the chosen node; answers what was asked first. */
  async retryAll(): Promise<string | null> {
    await this.page.getByRole('button', { name: '全部重试' }).click()
    const dialog = this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'))
    const question = await dialog.getByRole('heading').textContent()
    await dialog.getByRole('button', { name: '重试' }).click()
    return question
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

  /** Opens the question before an order. */
  async ask(button: string): Promise<Locator> {
    await this.page.getByRole('button', { name: button }).click()
    const dialog = this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'))
    await expect(dialog).toBeVisible()
    return dialog
  }

  private async order(button: string, state: string): Promise<void> {
    const dialog = await this.ask(button)
    await dialog.getByRole('button', { name: button }).click()
    await expect(this.page.getByText(state, { exact: true }).first()).toBeVisible()
  }
}
