import type { Locator, Page } from '@playwright/test'

/** Where an edge begins: the name of a node, and what the card calls the outcome. */
export interface From {
  readonly node: string
  readonly outcome: string
}
export const from = (node: string, outcome: string): From => ({ node, outcome })

/** What is found on the canvas of a journey and beside it, drawn or running. */
export class Canvas {
  constructor(readonly page: Page) {}

  get canvas(): Locator {
    return this.page.getByRole('application', { name: '画布' })
  }

  /** The settings of the chosen node. */
  get settings(): Locator {
    return this.page.getByRole('complementary', { name: '节点设置' })
  }

  get journeySettings(): Locator {
    return this.page.getByRole('complementary', { name: '旅程设置' })
  }

  kind(name: string): Locator {
    return this.page
      .getByRole('complementary', { name: '节点', exact: true })
      .getByRole('button', { name: `添加 ${name}`, exact: true })
  }

  card(node: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${literal(node)}\\. `) })
  }

  wayIn(node: string): Locator {
    return this.card(node).getByTitle('入口')
  }

  wayOut({ node, outcome }: From): Locator {
    return this.card(node).getByTitle(`出口「${outcome}」`)
  }

  edge({ node, outcome }: From): Locator {
    return this.canvas.getByRole('img', { name: `${node}「${outcome}」到` })
  }

  /** What a screen reader is told. */
  get said(): Locator {
    return this.page.getByRole('status', { name: '播报' })
  }
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
