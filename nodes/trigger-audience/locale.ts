import { listWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '定向',
    help: '选定人群在指定时间进入旅程，一次或按周期',
    fields: { include: '包含人群', exclude: '排除人群', firing: '时间', take: '每次进入', missed: '错过时' },
    outcomes: { next: '进入' },
    problems: {},
    explain: ({ settings: { include, exclude } }: ExplainedVisit<Settings>) =>
      `在人群${listWords(include, 'zh-CN')}里${exclude.length > 0 ? `，不在${listWords(exclude, 'zh-CN')}里` : ''}，进入旅程。`,
  },
  en: {
    name: 'Audience',
    help: 'A chosen audience enters at a time, once or again and again',
    fields: { include: 'Include', exclude: 'Exclude', firing: 'When', take: 'Each run takes', missed: 'If missed' },
    outcomes: { next: 'Enters' },
    problems: {},
    explain: ({ settings: { include, exclude } }: ExplainedVisit<Settings>) =>
      `Was in ${listWords(include, 'en')}${exclude.length > 0 ? ` and not in ${listWords(exclude, 'en')}` : ''}, and entered.`,
  },
}
