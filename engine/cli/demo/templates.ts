import { readFileSync } from 'node:fs'
import type { Template } from '../../api/templates.ts'

const TEXTS = {
  'order-thanks': {
    name: { 'zh-CN': '下单感谢', en: 'Thanks for the order' },
    description: {
      'zh-CN': '会员下单后送积分、发站内信，几天后再问候',
      en: 'Points and an inbox message after an order, and a word some days later',
    },
  },
  'win-back': {
    name: { 'zh-CN': '沉睡唤回', en: 'Win back' },
    description: {
      'zh-CN': '给 90 天没下单的老客户送积分或问候，留一组对照',
      en: 'Points or a greeting for customers who bought nothing for 90 days, with a group left alone',
    },
  },
  'gold-monday': {
    name: { 'zh-CN': '金卡星期一', en: 'Gold Monday' },
    description: { 'zh-CN': '每周一给金卡会员送积分', en: 'Points for gold members every Monday' },
  },
} as const

/** The demo's journeys, as templates. */
export const templates: readonly Template[] = Object.entries(TEXTS).map(([key, text]) => ({
  ...{ key, ...text },
  document: JSON.parse(readFileSync(new URL(`${key}.journey.json`, import.meta.url), 'utf8')),
}))
