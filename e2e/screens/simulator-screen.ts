import { expect, type Locator, type Page } from '@playwright/test'

/** A journey played with one person, over its editor. */
export class SimulatorScreen {
  private readonly dialog: Locator

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^模拟/ })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '模拟', exact: true }).click()
    await expect(this.dialog).toBeVisible()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }

  /** What the person has, or how messages reach them. */
  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true })
  }

  /** Takes a copy of a real member. */
  async pick(name: string): Promise<void> {
    await this.dialog.getByRole('radio', { name: '选真实会员' }).click()
    await this.dialog.getByRole('combobox', { name: '会员' }).click()
    await this.page.getByPlaceholder('姓名、手机号、邮箱').fill(name)
    await this.page.getByRole('option', { name: new RegExp(name) }).click()
  }

  /** Lets an event happen, the one that begins the journey unless told. */
  async post(properties: Readonly<Record<string, string>> = {}, event?: string): Promise<void> {
    await this.dialog.getByRole('button', { name: '发生行为' }).click()
    const form = this.page.getByRole('form', { name: '发生行为' })
    if (event) {
      await form.getByRole('combobox', { name: '行为' }).click()
      await this.page.getByRole('option', { name: event, exact: true }).click()
    }
    for (const [name, value] of Object.entries(properties))
      await form.getByRole('textbox', { name, exact: true }).fill(value)
    await form.getByRole('button', { name: '发生', exact: true }).click()
  }

  /** One step; from a wait on to the moment it ends. */
  async step(): Promise<void> {
    await this.dialog.getByRole('button', { name: '单步' }).click()
  }

  /** Skips to the end of what is played. */
  async skip(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^还有/ }).click()
  }

  async beginAgain(): Promise<void> {
    await this.dialog.getByRole('button', { name: '重新开始' }).click()
  }

  /** The moment that is seen. */
  get now(): Locator {
    return this.dialog.getByRole('time').first()
  }

  /** Steps of the story, oldest first. */
  get story(): Locator {
    return this.dialog.getByRole('region', { name: '经过' }).getByRole('listitem')
  }

  /** What the person has by now. */
  get holdings(): Locator {
    return this.dialog.getByLabel('现在有')
  }
}
