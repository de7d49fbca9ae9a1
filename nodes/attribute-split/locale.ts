import { branchIndex, branchName } from '../../engine/core/journey/branches.ts'
import { factsWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  outcome: (outcome, settings: Settings) => branchName(outcome, settings),
  'zh-CN': {
    name: '属性多分支',
    help: '从上到下，第一个符合的分支；都不符合走「其他」',
    fields: { branches: '分支', 'branches.name': '名称', 'branches.rule': '条件' },
    hints: { branches: '从上到下，第一个符合的分支生效' },
    items: { branches: '分支' },
    outcomes: { else: '其他' },
    problems: { 'branch-repeated': '两个分支的编号相同', 'asks-events': '行为条件请用事件节点' },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      const facts = factsWords(because, 'zh-CN') || '没有记到值'
      const nth = branchIndex(settings.branches, outcome)
      if (nth < 0) return `${settings.branches.length} 条都不满足：${facts}。`
      return `第 ${nth + 1} 条「${settings.branches[nth]?.name}」满足：${facts}${nth > 0 ? '；前面的都不满足' : ''}。`
    },
  },
  en: {
    name: 'Attribute split',
    help: 'The first branch that fits, from the top; otherwise “else”',
    fields: { branches: 'Branches', 'branches.name': 'Name', 'branches.rule': 'Condition' },
    hints: { branches: 'From the top: the first that fits' },
    items: { branches: 'branch' },
    outcomes: { else: 'Else' },
    problems: {
      'branch-repeated': 'Two branches have the same id',
      'asks-events': 'Ask about events in an event node',
    },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      const facts = factsWords(because, 'en') || 'no value was kept'
      const nth = branchIndex(settings.branches, outcome)
      if (nth < 0) return `None of the ${settings.branches.length} branches fits: ${facts}.`
      return `Branch ${nth + 1}, “${settings.branches[nth]?.name}”, fits: ${facts}${nth > 0 ? '; none before it does' : ''}.`
    },
  },
}
