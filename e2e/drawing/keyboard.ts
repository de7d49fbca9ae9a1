import { expect, type Locator } from '@playwright/test'
import { Canvas, type From } from '../screens/canvas.ts'
import type { Hand } from './hand.ts'

/** More presses of one key than this, and nobody would find the place. */
const PATIENCE = 60

/** Nobody presses the next key before the last one is seen to have done its work. */
const SEEN = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))'

/** A choice moves on while its arrow key is down: nobody lets go of it within a millisecond. */
const HELD_MS = 25

/** Draws by keyboard alone. It knows where it is as anybody does: by what has the focus, and by what is said. */
export class Keyboard extends Canvas implements Hand {
  async add(kind: string, from?: From): Promise<void> {
    if (from) await this.look(from)
    await this.keys('/')
    await this.page.keyboard.type(kind)
    await this.keys('Enter')
    await expect(this.card(kind)).toBeFocused()
    await this.keys('Enter')
    await expect(this.settings.getByRole('textbox', { name: '名称', exact: true }).first()).toBeFocused()
  }

  insert(kind: string, from: From): Promise<void> {
    return this.add(kind, from)
  }

  async connect(from: From, to: string): Promise<void> {
    await this.look(from)
    await this.keys('c')
    await this.until('Tab', async () => (await this.said.textContent()) === `目标：${to}。回车连上`)
    await this.keys('Enter')
    await expect(this.said).toHaveText(`「${from.outcome}」已连到「${to}」`)
  }

  async openJourney(): Promise<void> {
    await this.keys('j')
    await expect(this.journeySettings.getByRole('textbox', { name: '旅程名称' })).toBeFocused()
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.keys('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }

  async press(control: Locator): Promise<void> {
    if ((await control.getAttribute('role')) !== 'radio') {
      await this.reach(control)
      return this.keys('Space')
    }
    // Of several choices side by side Tab finds the chosen one.
    const group = control.locator('xpath=ancestor::*[@role="radiogroup"]')
    await this.until('Tab', () => this.hasFocus(group.getByRole('radio')))
    await this.until('ArrowRight', () => control.isChecked())
  }

  async pick(field: Locator, choice: string): Promise<void> {
    await this.reach(field)
    await this.keys('Enter')
    await expect(this.page.getByRole('combobox', { expanded: true }).and(this.page.locator('input'))).toBeFocused()
    await this.page.keyboard.type(choice)
    await this.keys('Enter')
    await expect(field).toBeFocused()
  }

  async select(field: Locator, choice: string): Promise<void> {
    await this.reach(field)
    await this.keys('Enter')
    const option = this.page.getByRole('option', { name: choice, exact: true })
    await expect(option).toBeVisible()
    await this.keys('Home')
    await this.until('ArrowDown', () => this.hasFocus(option))
    await this.keys('Enter')
    await expect(field).toBeFocused()
  }

  /** Goes on with Tab until a control has the focus. */
  async reach(control: Locator): Promise<void> {
    await this.until('Tab', () => this.hasFocus(control))
  }

  /** Finds a node by its name, and has the focus on it. */
  async goTo(node: string): Promise<void> {
    await this.keys('ControlOrMeta+f')
    await this.page.keyboard.type(node)
    await this.keys('Enter')
    await this.until('Enter', async () => (await this.settings.getByRole('textbox').first().inputValue()) === node)
    await this.keys('Escape')
    await expect(this.card(node)).toBeFocused()
  }

  /** Goes on with F6 until a region of the screen has the focus. */
  async goRoundTo(region: Locator): Promise<void> {
    await this.until('F6', async () => (await region.locator(':focus').count()) > 0)
  }

  /** Has an outcome chosen: what is added or connected next is led to from there. */
  private async look({ node, outcome }: From): Promise<void> {
    await this.keys('Escape')
    await this.goTo(node)
    const looksAtIt = async () => (await this.said.textContent())?.includes(`出口「${outcome}」`) ?? false
    for (let n = 0; n < 3 && !(await looksAtIt()); n += 1) await this.keys('ArrowUp')
    await this.until('ArrowDown', looksAtIt)
  }

  /** Presses a key until something holds. */
  private async until(key: string, holds: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < PATIENCE; n += 1) {
      if (await holds()) return
      await this.keys(key)
    }
    throw new Error(`${key} was pressed ${PATIENCE} times, to no end`)
  }

  private async hasFocus(control: Locator): Promise<boolean> {
    return (await control.and(this.page.locator(':focus')).count()) > 0
  }

  async keys(keys: string): Promise<void> {
    await this.page.keyboard.press(keys, { delay: keys.startsWith('Arrow') ? HELD_MS : 0 })
    if (keys !== 'Tab') await this.page.evaluate(SEEN)
  }
}
