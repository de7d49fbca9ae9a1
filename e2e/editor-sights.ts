import { expect, type Page } from '@playwright/test'
import { card, EDITOR, type Sight } from './sights.ts'

const shown = (text: string) => async (page: Page) => expect(page.getByText(text).first()).toBeVisible()

/** What the editor shows beside the canvas, and over it. */
export const IN_EDITOR: readonly Sight[] = [
  {
    name: 'settings with a condition',
    path: EDITOR,
    open: async (page) => {
      await card(page, '满 200 元').click()
      await expect(page.getByRole('combobox', { name: '怎样比' }).or(page.getByLabel('怎样比')).first()).toBeVisible()
    },
  },
  {
    name: 'settings of a message',
    path: EDITOR,
    open: async (page) => {
      await card(page, '感谢信').click()
      await shown('标题')(page)
    },
  },
  {
    name: 'settings of the journey',
    path: EDITOR,
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByPlaceholder('输入命令或节点名称').fill('旅程设置')
      await page.keyboard.press('Enter')
      await shown('旅程设置')(page)
    },
  },
  {
    name: 'commands',
    path: EDITOR,
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await expect(page.getByPlaceholder('输入命令或节点名称')).toBeVisible()
    },
  },
  {
    name: 'find',
    path: EDITOR,
    open: async (page) => {
      await page.keyboard.press('Control+f')
      await page.getByPlaceholder('名称、类型或设置').fill('等')
    },
  },
  {
    name: 'problems',
    path: EDITOR,
    open: async (page) => {
      await card(page, '下单').first().click()
      await page.keyboard.press('Delete')
      await expect(page.getByText(/[1-9] 错误/).first()).toBeVisible()
    },
  },
]
