import { factsWords, ruleWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '属性判断',
    help: '按会员属性、标签、积分或触发事件的属性分成是与否；没有值既不等于也不不等于',
    fields: { rule: '条件' },
    outcomes: { yes: '是', no: '否' },
    problems: { 'asks-events': '行为条件请用「事件判断」节点' },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      const facts = factsWords(because, 'zh-CN')
      return `${outcome === 'yes' ? '满足' : '不满足'}「${ruleWords(settings.rule, 'zh-CN')}」：${facts || '没有记到值'}。`
    },
  },
  en: {
    name: 'Attribute check',
    help: 'Yes or no by attributes, tags, points or the triggering event; a missing value is neither equal nor unequal',
    fields: { rule: 'Condition' },
    outcomes: { yes: 'Yes', no: 'No' },
    problems: { 'asks-events': 'Ask about events in an event check' },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      const facts = factsWords(because, 'en')
      return `${outcome === 'yes' ? 'Meets' : 'Does not meet'} “${ruleWords(settings.rule, 'en')}”: ${facts || 'no value was kept'}.`
    },
  },
}
