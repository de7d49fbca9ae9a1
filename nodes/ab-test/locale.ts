import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import { outcomeOf, type Settings } from './node.ts'

const armOf = (outcome: string, { arms }: Settings) => arms.find((arm) => outcomeOf(arm) === outcome)
const armName = (outcome: string, settings: Settings) => armOf(outcome, settings)?.name
const percentOf = (outcome: string, settings: Settings) => armOf(outcome, settings)?.percent ?? 0

export const locale: NodeLocale = {
  outcome(outcome, settings: Settings) {
    const arm = armOf(outcome, settings)
    // While an arm is written its name or its share may be missing.
    return arm && `${arm.name || arm.id} ${arm.percent ?? '—'}%`
  },
  'zh-CN': {
    name: 'A/B 分流',
    help: '按比例随机分组；同一会员每次都走同一组',
    fields: {
      arms: '分组',
      'arms.name': '名称',
      'arms.percent': '比例',
      'arms.control': '对照组',
      salt: '重新分组标记',
    },
    hints: { salt: '改动后所有会员重新分组' },
    units: { 'arms.percent': '%' },
    items: { arms: '分组' },
    outcomes: { control: '对照组' },
    problems: {
      'not-100': '各组比例之和须为 100%',
      'arm-repeated': '两个分组的编号相同',
      'two-controls': '只能有一个对照组',
    },
    explain: ({ outcome, settings }: ExplainedVisit<Settings>) =>
      `按会员固定分到「${armName(outcome, settings) ?? outcome}」（占 ${percentOf(outcome, settings)}%），再次进入也走这一组。`,
  },
  en: {
    name: 'A/B test',
    help: 'Splits at random by percent; a member always goes the same way',
    fields: {
      arms: 'Arms',
      'arms.name': 'Name',
      'arms.percent': 'Share',
      'arms.control': 'Control',
      salt: 'Reshuffle mark',
    },
    hints: { salt: 'Change it and every member is drawn again' },
    units: { 'arms.percent': '%' },
    items: { arms: 'arm' },
    outcomes: { control: 'Control' },
    problems: {
      'not-100': 'Percents must add up to 100',
      'arm-repeated': 'Two arms have the same id',
      'two-controls': 'One control arm at most',
    },
    explain: ({ outcome, settings }: ExplainedVisit<Settings>) =>
      `Drawn into “${armName(outcome, settings) ?? outcome}” (${percentOf(outcome, settings)} %) by the member’s own number: the same at every entry.`,
  },
}
