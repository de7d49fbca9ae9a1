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

  /** Asks for an empty journey. */
  async beginNew(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '新建旅程' }).first().click()
    await this.newName().input.fill(name)
    await this.page.keyboard.press('Enter')
  }

  /** The name in the dialog of a new journey, and what is wrong with it. */
  newName(): { input: Locator; fault: Locator } {
    const dialog = this.page.getByRole('dialog')
    return { input: dialog.getByRole('textbox').first(), fault: dialog.getByRole('alert') }
  }

  /** Chooses a file to import. */
  async import(name: string, text: string): Promise<void> {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) }
    await this.page.locator('input[type=file]').setInputFiles(file)
  }

  /** Why a file was not imported. */
  refusal(file: string): Locator {
    return this.page.getByRole('dialog', { name: `「${file}」没有导入` })
  }

  async closeRefusal(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** Makes an empty journey; its canvas is there when it resolves. */
  async create(name: string): Promise<void> {
    await this.beginNew(name)
    await expect(this.page).toHaveURL(/\/edit$/)
    await expect(this.page.getByRole('application', { name: '画布' })).toBeVisible()
  }
}
