import { expect, type Locator, type Page } from '@playwright/test'
import { Canvas } from './canvas.ts'

/** The canvas on which a journey is drawn. */
export class EditorScreen {
  readonly canvas: Canvas

  constructor(private readonly page: Page) {
    this.canvas = new Canvas(page)
  }

  async open(workspace: string, journey: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/journeys/${journey}/edit`)
    await expect(this.canvas.canvas).toBeVisible()
  }

  /** Adds a node after the one that is chosen, by a click in the palette. */
  async add(kind: string): Promise<void> {
    await this.canvas.kind(kind).click()
  }

  /** Shows the settings of the journey as a whole. */
  async openJourneySettings(): Promise<void> {
    await this.page.getByRole('button', { name: '旅程设置' }).click()
    await expect(this.canvas.journeySettings).toBeVisible()
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('已保存')).toBeVisible()
  }

  get problems(): Locator {
    return this.page.getByRole('region', { name: '问题' })
  }

  /** A problem of a node: pressed, it leads to the field. */
  problem(node: string): Locator {
    return this.problems.getByRole('button', { name: node })
  }

  get publishButton(): Locator {
    return this.page.getByRole('button', { name: '发布', exact: true })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** Publishes what is drawn; the running view is there when it resolves. */
  async publish(): Promise<void> {
    await this.publishButton.click()
    await expect(this.dialog.getByText('检查通过')).toBeVisible()
    const sure = this.dialog.getByRole('checkbox')
    if (await sure.isVisible()) await sure.check()
    await this.dialog.getByRole('button', { name: '发布' }).click()
    await this.runs()
  }

  /** Resolves once the running view is there. */
  async runs(): Promise<void> {
    await expect(this.page.getByText('运行中')).toBeVisible()
  }
}
