import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '接口触发',
    help: '调用接口或另一个旅程移交时，会员带着数据进入：POST /v1/journeys/旅程编号/trigger',
    fields: { member: '会员条件' },
    hints: { member: '调用时不满足的会员不进入，调用方会得到原因' },
    outcomes: { next: '进入' },
    problems: {},
    explain: () => '由接口调用或另一个旅程的移交进入旅程。',
  },
  en: {
    name: 'API trigger',
    help: 'A member enters with data when a call comes, or another journey hands it over: POST /v1/journeys/<key>/trigger',
    fields: { member: 'Members' },
    hints: { member: 'Who does not meet it stays out, and the caller is told why' },
    outcomes: { next: 'Enters' },
    problems: {},
    explain: () => 'Entered by a call, or was handed over by another journey.',
  },
}
