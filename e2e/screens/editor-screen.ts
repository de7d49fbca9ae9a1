import { expect, type Locator, type Page } from '@playwright/test'

/** The canvas on which a journey is drawn. */
export class EditorScreen {
  constructor(private readonly page: Page) {}

  async open(workspace: string, journey: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/journeys/${journey}/edit`)
    await this.ready()
  }

  /** The canvas is there, as after a reload. */
  async ready(): Promise<void> {
    await expect(this.page.getByRole('region', { name: '旅程编辑器' })).toBeVisible()
  }

  /** The card of a node. */
  node(name: string): Locator {
    return this.page.locator('.react-flow__node').filter({ hasText: name })
  }

  nodes(): Locator {
    return this.page.locator('.react-flow__node')
  }

  /** Gives the journey another name. */
  async rename(name: string): Promise<void> {
    await this.page.getByLabel('旅程名称').fill(name)
    await this.page.keyboard.press('Enter')
  }

  name(): Locator {
    return this.page.getByLabel('旅程名称')
  }

  /** Renames the chosen node, in its settings. */
  async renameNode(name: string): Promise<void> {
    await this.page.locator('[data-settings]').getByLabel('名称', { exact: true }).first().fill(name)
  }

  /** How the draft is saved, as the bar says it. */
  saveState(text: string): Locator {
    return this.page.locator('header').getByText(text, { exact: true })
  }

  /** Adds a node after the one that is chosen, by a click in the palette. */
  async add(kind: string): Promise<void> {
    await this.page.getByRole('button', { name: kind }).first().click()
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('已保存')).toBeVisible()
  }

  /** Puts a text into the clipboard and pastes it onto the canvas. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: '撤销' }).click()
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: '重做' }).click()
  }

  /** What a screen reader hears of the last thing done. */
  said(): Locator {
    return this.page.locator('output')
  }

  /** A notice at the lower edge. */
  notice(text: string | RegExp): Locator {
    return this.page.locator('[data-sonner-toast]').getByText(text)
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
