import { expect, type Locator } from '@playwright/test'
import { Canvas, type From } from '../screens/canvas.ts'
import type { Hand } from './hand.ts'

/** Pixels of the canvas, along an edge, by which it is clear of its card. */
const LEFT = 16

/** What moves has begun to by then, and still goes on. */
const SOME_FRAMES = `new Promise((done) => {
  const next = (left) => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : done())
  next(8)
})`

interface Point {
  readonly x: number
  readonly y: number
}

/** Draws by mouse; only texts are typed. */
export class Mouse extends Canvas implements Hand {
  async add(kind: string, from?: From): Promise<void> {
    if (from) await this.tidy()
    if (from && !(await this.isFirstOpen(from))) {
      await this.drag(this.kind(kind), await this.belowAll())
      await this.connect(from, kind)
      return this.card(kind).click()
    }
    if (from) await this.card(from.node).click()
    await this.kind(kind).click()
  }

  /** Shows the settings of a node. */
  async openNode(node: string): Promise<void> {
    await this.tidy()
    await this.card(node).click()
  }

  async insert(kind: string, from: From): Promise<void> {
    await this.tidy()
    await this.drag(this.kind(kind), await beginningOf(this.edge(from)))
  }

  async connect(from: From, to: string): Promise<void> {
    await this.tidy()
    await this.drag(this.wayOut(from), await centreOf(this.wayIn(to)))
    await expect(this.edge(from)).toHaveAccessibleName(`${from.node}「${from.outcome}」到 ${to}`)
  }

  async openJourney(): Promise<void> {
    await this.page.getByRole('button', { name: '旅程设置', exact: true }).click()
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.click()
    await field.fill(text)
  }

  press(control: Locator): Promise<void> {
    return control.click()
  }

  async pick(field: Locator, choice: string): Promise<void> {
    await field.click()
    await this.page.keyboard.insertText(choice)
    await this.page.getByRole('option', { name: choice }).first().click()
  }

  async select(field: Locator, choice: string): Promise<void> {
    await field.click()
    await this.page.getByRole('option', { name: choice, exact: true }).click()
  }

  /** Closes what stands beside the canvas, lays everything out, and waits until it stands still in view. */
  private async tidy(): Promise<void> {
    for (const panel of [this.settings, this.journeySettings])
      if (await panel.isVisible()) await panel.getByRole('button', { name: '关闭' }).click()
    await this.page.getByRole('button', { name: '自动布局' }).click()
    const sees = async () => JSON.stringify(await this.canvas.getByRole('group').first().boundingBox())
    await expect(async () => {
      const before = await sees()
      await this.page.evaluate(SOME_FRAMES)
      expect(await sees()).toBe(before)
    }).toPass({ intervals: [0] })
  }

  /** A kind that is clicked goes to the first open outcome of the chosen node. */
  private async isFirstOpen({ node, outcome }: From): Promise<boolean> {
    const title = await this.card(node).getByTitle('没有连线').first().getAttribute('title')
    return title?.startsWith(`出口「${outcome}」`) ?? false
  }

  /** Where nothing stands. */
  private async belowAll(): Promise<Point> {
    const box = await this.canvas.boundingBox()
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) - 24 }
  }

  private async drag(what: Locator, to: Point): Promise<void> {
    await what.scrollIntoViewIfNeeded()
    const { x, y } = await centreOf(what)
    const { mouse } = this.page
    await mouse.move(x, y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 8 })
    await mouse.up()
  }
}

async function centreOf(what: Locator): Promise<Point> {
  const box = await what.boundingBox()
  if (!box) throw new Error(`${what} is not to be seen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What is asked of an SVG path in the browser, whose types are not those of this program. */
interface Path {
  getPointAtLength(length: number): { matrixTransform(matrix: unknown): Point }
  getScreenCTM(): unknown
}

/** Where an edge has just left its card, on the screen: further on it may share a lane with others. */
function beginningOf(edge: Locator): Promise<Point> {
  return edge
    .locator('path')
    .first()
    .evaluate((element, left) => {
      const path = element as unknown as Path // `locator('path')` found it
      const { x, y } = path.getPointAtLength(left).matrixTransform(path.getScreenCTM())
      return { x, y }
    }, LEFT)
}
