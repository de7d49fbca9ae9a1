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
      goal: '衡量目标',
      'goal.event': '行为',
      'goal.filter': '只算满足条件的',
      'goal.within': '分组后多久内算',
      'goal.revenue': '金额属性',
      'goal.minimumSample': '每组至少',
      'goal.horizon': '测试时长',
      'goal.winner': '胜出后',
    },
    choices: { 'goal.winner': { 'by-hand': '由人选定', 'at-horizon': '到期自动选定' } },
    hints: {
      salt: '改动后所有会员重新分组',
      'goal.revenue': '填写后按人均金额比较，否则按转化率',
      'goal.horizon': '到期只判断一次；改动分组或目标后重新计时',
      'goal.winner': '选定后新来的会员都走胜出组，已分组的不变',
    },
    units: { 'arms.percent': '%', 'goal.minimumSample': '人' },
    items: { arms: '分组' },
    outcomes: { control: '对照组' },
    problems: {
      'not-100': '各组比例之和须为 100%',
      'arm-repeated': '两个分组的编号相同',
      'two-controls': '只能有一个对照组',
      'nobody-measured': '测试时长须长于「分组后多久内算」，否则到期时没有人计入',
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
      goal: 'Goal to measure',
      'goal.event': 'Event',
      'goal.filter': 'Only those where',
      'goal.within': 'Counts within',
      'goal.revenue': 'Property with the amount',
      'goal.minimumSample': 'At least per arm',
      'goal.horizon': 'Length of the test',
      'goal.winner': 'The winner',
    },
    choices: { 'goal.winner': { 'by-hand': 'Is picked by hand', 'at-horizon': 'Is picked at the end' } },
    hints: {
      salt: 'Change it and every member is drawn again',
      'goal.revenue': 'Arms are compared by the amount per member then, otherwise by conversions',
      'goal.horizon': 'Judged once, at the end; it begins anew when arms or goal change',
      'goal.winner': 'Newcomers all get the winner then; those in an arm stay there',
    },
    units: { 'arms.percent': '%', 'goal.minimumSample': 'members' },
    items: { arms: 'arm' },
    outcomes: { control: 'Control' },
    problems: {
      'not-100': 'Percents must add up to 100',
      'arm-repeated': 'Two arms have the same id',
      'two-controls': 'One control arm at most',
      'nobody-measured': 'The test must be longer than its goal counts: nobody is measured by its end otherwise',
    },
    explain: ({ outcome, settings }: ExplainedVisit<Settings>) =>
      `Drawn into “${armName(outcome, settings) ?? outcome}” (${percentOf(outcome, settings)} %) by the member’s own number: the same at every entry.`,
  },
}
