import { readFileSync } from 'node:fs'
import type { Template } from '../../api/templates.ts'

const TEXTS = {
  'order-thanks': {
    name: { 'zh-CN': '下单感谢', en: 'Order thanks' },
    description: {
      'zh-CN': '下单后发感谢信，满 200 元另送双倍积分；再次下单的打上「回头客」标签',
      en: 'A thank-you after an order, double points from 200 up, and a tag for those who order again',
    },
  },
  'win-back': {
    name: { 'zh-CN': '沉睡唤回', en: 'Win back' },
    description: {
      'zh-CN': '90 天没下单的老客户：一组送积分，一组只问候，一组留作对照，看谁回来',
      en: 'For customers who bought nothing for 90 days: points, a greeting, or nothing for comparison',
    },
  },
  'gold-monday': {
    name: { 'zh-CN': '金卡周一礼', en: 'Gold Monday' },
    description: {
      'zh-CN': '每周一上午十点给金卡会员送 50 积分，并发到账提醒',
      en: '50 points for gold members every Monday at ten, with a note that they are there',
    },
  },
} as const

/** The demo's journeys, as templates. */
export const templates: readonly Template[] = Object.entries(TEXTS).map(([key, text]) => ({
  ...{ key, ...text },
  document: JSON.parse(readFileSync(new URL(`${key}.journey.json`, import.meta.url), 'utf8')),
}))
