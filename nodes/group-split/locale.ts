import { branchIndex, branchName } from '../../engine/core/journey/branches.ts'
import { setsWords } from '../../engine/core/journey/member-sets.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  outcome: (outcome, settings: Settings) => branchName(outcome, settings),
  'zh-CN': {
    name: '群组多分支',
    help: '从上到下，第一个包含会员的分支；在几个分支里的走最上面的，都不在走「其他」',
    fields: {
      branches: '分支',
      'branches.name': '名称',
      'branches.segments': '人群（实时判断）',
      'branches.computed': '人群（上次计算的结果）',
      'branches.groups': '群组',
    },
    hints: {
      branches: '从上到下，第一个包含会员的分支生效',
      'branches.computed': '不重新判断；名称后面是上次计算的时间',
    },
    items: { branches: '分支' },
    outcomes: { else: '其他' },
    problems: { 'branch-repeated': '两个分支的编号相同', 'nobody-chosen': '选至少一个人群或群组' },
    explain({ outcome, because, settings: { branches } }: ExplainedVisit<Settings>) {
      const nth = branchIndex(branches, outcome)
      if (nth < 0) return `${setsWords(branches, because, 'zh-CN')}。`
      return `第 ${nth + 1} 条「${branches[nth]?.name}」：${setsWords([branches[nth] ?? NOBODY], because, 'zh-CN')}。`
    },
  },
  en: {
    name: 'Group split',
    help: 'The first branch, from the top, that has the member; otherwise “else”',
    fields: {
      branches: 'Branches',
      'branches.name': 'Name',
      'branches.segments': 'Segments, by their rules',
      'branches.computed': 'Segments, as computed last',
      'branches.groups': 'Groups',
    },
    hints: {
      branches: 'From the top: the first that has the member',
      'branches.computed': 'Not judged anew: beside the name stands when it was computed',
    },
    items: { branches: 'branch' },
    outcomes: { else: 'Else' },
    problems: {
      'branch-repeated': 'Two branches have the same id',
      'nobody-chosen': 'Choose at least one segment or group',
    },
    explain({ outcome, because, settings: { branches } }: ExplainedVisit<Settings>) {
      const nth = branchIndex(branches, outcome)
      if (nth < 0) return `${setsWords(branches, because, 'en')}.`
      return `Branch ${nth + 1} “${branches[nth]?.name}”: ${setsWords([branches[nth] ?? NOBODY], because, 'en')}.`
    },
  },
}

const NOBODY = { segments: [], computed: [], groups: [] }
