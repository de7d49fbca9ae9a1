import { branchIndex, branchName } from '../../engine/core/journey/branches.ts'
import {
  EVENT_REPEATED,
  judgeTexts,
  questionTexts,
  questionWords,
  waitedWords,
} from '../../engine/core/journey/event-question.locale.ts'
import type { Language } from '../../engine/core/say.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

const labelsIn = (
  language: Language,
  own: Record<'branches' | 'name' | 'order' | 'item' | 'repeated', string>,
): Pick<NodeLocale['en'], 'fields' | 'choices' | 'hints' | 'units' | 'items' | 'problems'> => {
  const [question, judge] = [questionTexts(language, 'branches.'), judgeTexts(language)]
  return {
    fields: { branches: own.branches, 'branches.name': own.name, ...question.fields, ...judge.fields },
    choices: { ...question.choices, ...judge.choices },
    hints: { branches: own.order, ...judge.hints },
    units: question.units,
    items: { branches: own.item, ...question.items },
    problems: { 'branch-repeated': own.repeated, 'event-repeated': EVENT_REPEATED[language] },
  }
}

export const locale: NodeLocale = {
  outcome: (outcome, settings: Settings) => branchName(outcome, settings),
  'zh-CN': {
    name: '事件多分支',
    help: '从上到下，第一个成立的行为分支；都不成立走「其他」。可以立即判断，也可以等待，一旦确定就离开',
    ...labelsIn('zh-CN', {
      ...{ branches: '分支', name: '名称', item: '分支', repeated: '两个分支的编号相同' },
      order: '从上到下，第一个成立的分支生效；等待时，后面的分支要等前面的确定不成立',
    }),
    outcomes: { else: '其他' },
    explain(visit: ExplainedVisit<Settings>) {
      const { branches, judge } = visit.settings
      const nth = branchIndex(branches, visit.outcome)
      const branch = branches[nth]
      if (!branch) return `${branches.length} 个分支都不成立${waitedWords(judge, 'zh-CN')}。`
      const before = nth > 0 ? '；前面的都不成立' : ''
      return `第 ${nth + 1} 个分支「${branch.name}」成立：${questionWords(branch, visit.because.counts, 'zh-CN')}${before}。`
    },
  },
  en: {
    name: 'Event split',
    help: 'The first branch that holds, from the top; otherwise “else”. Judged at once, or after waiting; members leave the moment it is certain',
    ...labelsIn('en', {
      ...{ branches: 'Branches', name: 'Name', item: 'branch', repeated: 'Two branches have the same id' },
      order:
        'From the top: the first that holds. While members wait, later branches wait until those before are certain not to',
    }),
    outcomes: { else: 'Else' },
    explain(visit: ExplainedVisit<Settings>) {
      const { branches, judge } = visit.settings
      const nth = branchIndex(branches, visit.outcome)
      const branch = branches[nth]
      if (!branch) return `None of the ${branches.length} branches holds${waitedWords(judge, 'en')}.`
      const before = nth > 0 ? '; none before it does' : ''
      return `Branch ${nth + 1}, “${branch.name}”, holds: ${questionWords(branch, visit.because.counts, 'en')}${before}.`
    },
  },
}
