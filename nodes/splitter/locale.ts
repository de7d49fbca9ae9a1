import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import { armOf, type Settings } from './node.ts'

const nameOf = (outcome: string, settings: Settings) => armOf(outcome, settings)?.name ?? outcome

export const locale: NodeLocale = {
  outcome(outcome, settings: Settings) {
    const arm = armOf(outcome, settings)
    // While an arm is written its name or its share may be missing.
    return arm && `${arm.name || arm.id} ${'percent' in arm ? `${arm.percent ?? '—'}%` : (arm.first ?? '—')}`
  },
  'zh-CN': {
    name: '分流器',
    help: '按比例，或按先到先得的名额，把会员分到几路；同一会员每次都走同一路',
    fields: {
      by: '分流方式',
      arms: '分路',
      'arms.name': '名称',
      'arms.percent': '比例',
      salt: '重新分流标记',
      quotas: '名额',
      'quotas.name': '名称',
      'quotas.first': '前',
    },
    choices: { by: { percent: '按比例', quota: '按名额' } },
    hints: { salt: '改动后，尚未分流过的会员重新抽取', quotas: '依次填满，都满后走「其他」' },
    units: { 'arms.percent': '%', 'quotas.first': '人' },
    items: { arms: '分路', quotas: '名额' },
    outcomes: { else: '其他' },
    problems: { 'not-100': '各路比例之和须为 100%', 'arm-repeated': '两路的编号相同' },
    explain({ outcome, settings }: ExplainedVisit<Settings>) {
      if (settings.by === 'percent') return `按会员固定分到「${nameOf(outcome, settings)}」，再次进入也走这一路。`
      return outcome === 'else'
        ? '到达时名额已满，走「其他」，再次进入也走这一路。'
        : `占了「${nameOf(outcome, settings)}」的一个名额，再次进入也走这一路。`
    },
  },
  en: {
    name: 'Splitter',
    help: 'Splits by percent, or by quotas for those who come first; a member always goes the same way',
    fields: {
      by: 'Split by',
      arms: 'Arms',
      'arms.name': 'Name',
      'arms.percent': 'Share',
      salt: 'Reshuffle mark',
      quotas: 'Quotas',
      'quotas.name': 'Name',
      'quotas.first': 'First',
    },
    choices: { by: { percent: 'Percent', quota: 'Quota' } },
    hints: {
      salt: 'Change it and members who were not split yet are drawn anew',
      quotas: 'Filled one after another; then members leave by Else',
    },
    units: { 'arms.percent': '%', 'quotas.first': 'members' },
    items: { arms: 'arm', quotas: 'quota' },
    outcomes: { else: 'Else' },
    problems: { 'not-100': 'Percents must add up to 100', 'arm-repeated': 'Two arms have the same id' },
    explain({ outcome, settings }: ExplainedVisit<Settings>) {
      if (settings.by === 'percent')
        return `Drawn into “${nameOf(outcome, settings)}” by the member’s own number: the same at every entry.`
      return outcome === 'else'
        ? 'All quotas were full on arrival: the same way at every entry.'
        : `Took a place of “${nameOf(outcome, settings)}”: the same way at every entry.`
    },
  },
}
