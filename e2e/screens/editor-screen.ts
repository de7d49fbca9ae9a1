import { expect, type Locator, type Page } from '@playwright/test'
import { Canvas } from './canvas.ts'

/** The canvas on which a journey is drawn. */
export class EditorScreen {
  readonly canvas: Canvas

  constructor(private readonly page: Page) {
    this.canvas = new Canvas(page)
  }

  /** Opens the draft of a journey by its key. */
  async open(workspace: string, journey: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/journeys/${journey}/edit`)
    await this.ready()
  }

  /** The canvas is there, as after a reload. */
  async ready(): Promise<void> {
    await expect(this.canvas.canvas).toBeVisible()
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
    await this.chosen().fill(name)
  }

  /** What is wrong with the name that stands in the bar. */
  nameFault(): Locator {
    return this.page.locator('header').getByRole('alert')
  }

  /** How the draft is saved, as the bar says it. */
  saveState(text: string): Locator {
    return this.page.locator('header').getByText(text, { exact: true })
  }

  /** Adds a node after the one that is chosen, by a click in the palette. */
  async add(kind: string): Promise<void> {
    await this.canvas.kind(kind).click()
  }

  /** Shows the settings of the journey as a whole. */
  async openJourneySettings(): Promise<void> {
    await this.page.getByRole('button', { name: '旅程设置', exact: true }).click()
    await expect(this.canvas.journeySettings).toBeVisible()
  }

  /** The card of a node, by a part of what it says. */
  node(text: string): Locator {
    return this.page.locator('.react-flow__node').filter({ hasText: text })
  }

  /** Every card and note. */
  nodes(): Locator {
    return this.page.locator('.react-flow__node')
  }

  edges(): Locator {
    return this.page.locator('.react-flow__edge')
  }

  /** The name of the chosen node, in its settings. */
  chosen(): Locator {
    return this.page.getByRole('textbox', { name: '名称', exact: true })
  }

  /** Drags an outcome of a node, by its key, to a place on the screen. */
  async letGo(node: string, outcome: string, to: { x: number; y: number }): Promise<void> {
    await this.node(node).locator(`.react-flow__handle.source[data-handleid="${outcome}"]`).hover()
    await this.page.mouse.down()
    await this.page.mouse.move(to.x, to.y, { steps: 5 })
    await this.page.mouse.up()
  }

  /** Drags a kind from the palette to a place on the screen. */
  async drop(kind: string, to: { x: number; y: number }): Promise<void> {
    await this.page.getByRole('button', { name: `添加 ${kind}` }).hover()
    await this.page.mouse.down()
    await this.page.mouse.move(to.x - 40, to.y - 40, { steps: 5 })
    await this.page.mouse.move(to.x, to.y, { steps: 5 })
    await this.page.mouse.up()
  }

  /** Does a command by its name, from the command palette. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('dialog').getByRole('combobox').fill(name)
    await this.page.getByRole('option', { name, exact: true }).click()
  }

  /** The middle of something on the screen. */
  async middleOf(thing: Locator): Promise<{ x: number; y: number }> {
    const box = await thing.boundingBox()
    if (!box) throw new Error('it is not to be seen')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
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

  /** A notice at the lower edge. */
  notice(text: string | RegExp): Locator {
    return this.page.locator('[data-sonner-toast]').getByText(text)
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

  /** Opens the dialog of publishing; the checks have passed when it resolves. */
  async askToPublish(): Promise<void> {
    await this.publishButton.click()
    await expect(this.dialog.getByText('检查通过')).toBeVisible()
  }

  /** Publishes what is drawn; the running view is there when it resolves. */
  async publish(): Promise<void> {
    await this.askToPublish()
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
