import type { Locator, Page } from '@playwright/test'

/** What is asked before a journey is published while people are inside. */
export class PublishDialog {
  constructor(private readonly page: Page) {}

  private get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** The part about so many people who are inside. */
  inside(people: number): Locator {
    return this.dialog.getByRole('region', { name: `已在旅程里的 ${people} 人` })
  }

  /** What would happen to all of them. */
  get together(): Locator {
    return this.dialog.getByRole('status').filter({ hasText: '合计' })
  }

  async choose(policy: '按原版本走完' | '移到新版本' | '离开旅程'): Promise<void> {
    await this.dialog.getByRole('radio', { name: policy }).click()
  }

  /** Leads those of a node that is gone to one of the new version. */
  async lead(node: string, to: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: `「${node}」的人去哪里` }).click()
    await this.page.getByRole('option', { name: to, exact: true }).click()
  }

  /** Says that the warnings are meant, where there are any. */
  async confirm(): Promise<void> {
    const sure = this.dialog.getByRole('checkbox')
    if (await sure.isVisible()) await sure.check()
  }

  /** Why somebody else must agree, and what is asked of them. */
  get secondPerson(): Locator {
    return this.dialog.getByRole('region', { name: '需要第二个人批准才能发布' })
  }

  /** A request that nobody has decided yet. */
  get waiting(): Locator {
    return this.dialog.getByRole('region', { name: '等第二个人批准' })
  }

  async ask(note: string): Promise<void> {
    await this.confirm()
    await this.dialog.getByLabel('说明').fill(note)
    await this.dialog.getByRole('button', { name: '请求批准' }).click()
  }

  get publishButton(): Locator {
    return this.dialog.getByRole('button', { name: '发布', exact: true })
  }

  async publish(): Promise<void> {
    await this.publishButton.click()
  }
}
