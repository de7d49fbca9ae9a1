import { expect, type Page } from '@playwright/test'

/** A line of the table of nodes. */
export interface NodeLine {
  readonly node: string
  readonly entered: number
  readonly left: number
  readonly waiting: number
  readonly failed: number
}

/** What became of the people of a journey. */
export class ReportScreen {
  constructor(private readonly page: Page) {}

  /** Of some days: `2026-03-02`. */
  async open(workspace: string, journey: string, from: string, to: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/journeys/${journey}/report?from=${from}&to=${to}`)
    await expect(this.page.getByRole('region', { name: '报告' })).toBeVisible()
  }

  /** The table of nodes as it is to be read. */
  async nodes(): Promise<NodeLine[]> {
    const table = this.page.getByRole('table', { name: '每个节点' })
    await expect(table.getByRole('row')).not.toHaveCount(1)
    const lines = await Promise.all(
      (await table.getByRole('row').all()).map((row) => row.getByRole('cell').allInnerTexts()),
    )
    return lines
      .filter(([node]) => node !== undefined)
      .map(([node = '', ...numbers]) => {
        const [entered = Number.NaN, left = Number.NaN, waiting = Number.NaN, failed = Number.NaN] = numbers.map(Number)
        return { node, entered, left, waiting, failed }
      })
  }
}
