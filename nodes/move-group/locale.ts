import { listWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

/** Versions of before the outcome `failed` say it by the reason alone. */
const isTaken = ({ outcome, because }: Omit<ExplainedVisit<Settings>, 'settings'>) =>
  outcome === 'next' && because.reason === undefined

export const locale: NodeLocale = {
  'zh-CN': {
    name: '客群分流',
    help: '把会员加入或移出群组，或带着数据移交给另一个旅程；后面不连线，会员就离开本旅程',
    fields: {
      kind: '操作',
      groups: '群组',
      journey: '移交给',
      data: '带去的数据',
      'data.name': '名称',
      'data.value': '值',
    },
    choices: { kind: { join: '加入群组', leave: '移出群组', 'hand-over': '移交给另一个旅程' } },
    hints: {
      journey: '要有接口触发，没有运行就走「未移交」；那边的再次进入等规则照常生效',
      data: '那边用 event.名称 读取',
      'data.value': '可插入变量；没有值的不带去',
    },
    items: { data: '数据' },
    outcomes: { next: '完成', failed: '未移交' },
    problems: {
      'name-repeated': '两个数据的名称相同',
      'variable-unknown': '没有变量「{name}」：变量只能是 member.… 或 event.…',
    },
    explain({ settings, ...visit }: ExplainedVisit<Settings>) {
      if (settings.kind === 'hand-over')
        return isTaken(visit)
          ? `移交给旅程「${settings.journey}」。`
          : `没有移交：旅程「${settings.journey}」当时不接收会员。`
      return `${settings.kind === 'join' ? '加入' : '移出'}${listWords(settings.groups, 'zh-CN')}。`
    },
  },
  en: {
    name: 'Move',
    help: 'Puts members into groups or takes them out, or hands them over to another journey with data; with nothing after it they leave this one',
    fields: {
      kind: 'Action',
      groups: 'Groups',
      journey: 'Journey',
      data: 'Data that goes along',
      'data.name': 'Name',
      'data.value': 'Value',
    },
    choices: { kind: { join: 'Into groups', leave: 'Out of groups', 'hand-over': 'To another journey' } },
    hints: {
      journey:
        'One with an API trigger, “Not taken” where it does not run; its own rules, such as re-entry, hold there',
      data: 'Read there as event.<name>',
      'data.value': 'May hold variables; what has no value does not go along',
    },
    items: { data: 'value' },
    outcomes: { next: 'Done', failed: 'Not taken' },
    problems: {
      'name-repeated': 'Two values have the same name',
      'variable-unknown': 'There is no variable “{name}”: one is member.… or event.…',
    },
    explain({ settings, ...visit }: ExplainedVisit<Settings>) {
      if (settings.kind === 'hand-over')
        return isTaken(visit)
          ? `Was handed over to the journey “${settings.journey}”.`
          : `Was not handed over: the journey “${settings.journey}” took nobody in then.`
      return `${settings.kind === 'join' ? 'Was put into' : 'Was taken out of'} ${listWords(settings.groups, 'en')}.`
    },
  },
}
