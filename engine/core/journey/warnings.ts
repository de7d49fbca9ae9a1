import type { Json } from '../json.ts'

/** What is odd about a journey as the workspace is now: it may be published all the same. */
export interface Warning {
  readonly code: WarningCode
  readonly node?: string
  readonly field?: string
  readonly params: Readonly<Record<string, Json>>
}

type Text = (p: Readonly<Record<string, Json>>) => string

const TEXTS = {
  'no-end': {
    'zh-CN': () => '旅程没有结束节点：会员会在最后一步后直接离开',
    en: () => 'There is no end: members leave after the last step',
  },
  'date-past': {
    'zh-CN': (p) => `设定的时间 ${p.local} 已经过去`,
    en: (p) => `The time that is set, ${p.local}, is over`,
  },
  'fires-never': {
    'zh-CN': () => '触发时间已全部过去，不会再触发',
    en: () => 'It never fires again: all its times are over',
  },
  'window-over': {
    'zh-CN': (p) => `旅程的有效期到 ${p.local} 已结束，不会再有人进入`,
    en: (p) => `The window of the journey ended on ${p.local}: nobody enters`,
  },
  'calendar-unknown': {
    'zh-CN': (p) => `还没有 ${p.year} 年的节假日：这一年只按星期判断工作日。管理员可以在设置里上传`,
    en: (p) => `The holidays of ${p.year} are not known: weekdays alone answer. An admin can upload them in Settings`,
  },
  'holiday-unknown': {
    'zh-CN': (p) => `还没有 ${p.year} 年的节假日：放假和调休的日子先按节日当天。管理员可以在设置里上传`,
    en: (p) =>
      `The holidays of ${p.year} are not known: days off and around them are taken for the festival itself. An admin can upload them in Settings`,
  },
  'crosses-by-time': {
    'zh-CN': (p) => `人群「${p.segment}」里有随时间变化的条件：因时间而进出的会员每小时检查一次，不是立即触发`,
    en: (p) =>
      `Segment “${p.segment}” has conditions that change by time alone: who crosses by them is found every hour, not at once`,
  },
  'audience-empty': {
    'zh-CN': () => '目标人群现在是 0 人',
    en: () => 'The audience has nobody in it now',
  },
  'no-consent': {
    'zh-CN': (p) => `约 ${p.percent}% 的会员没有同意接收这类消息，会走「未送达」`,
    en: (p) => `About ${p.percent} % have not agreed to such messages and leave as blocked`,
  },
  'no-address': {
    'zh-CN': (p) => `约 ${p.percent}% 的会员没有可用的地址，会走「未送达」`,
    en: (p) => `About ${p.percent} % have no usable address and leave as blocked`,
  },
  'budget-unpriced': {
    'zh-CN': () => '消息费用预算不起作用：旅程用到的渠道还没有单价。管理员可以在「设置 · 触达规则」里填写',
    en: () =>
      'The budget of money holds nobody up: its channels have no price. An admin can set them in Settings, Sending rules',
  },
} as const satisfies Record<string, { 'zh-CN': Text; en: Text }>

export type WarningCode = keyof typeof TEXTS

/** The sentence an operator reads. `language` is a BCP 47 tag: anything but Chinese gets English. */
export function warningText({ code, params }: Warning, language: string): string {
  const text: Text = TEXTS[code][language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en']
  return text(params)
}
