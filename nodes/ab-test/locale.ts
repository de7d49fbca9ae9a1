import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: 'A/B 分流',
    help: '按比例随机分组；同一会员每次都走同一组',
    fields: { arms: '分组', salt: '重新分组标记' },
    outcomes: { control: '对照组' },
    problems: {
      'not-100': '各组比例之和须为 100%',
      'arm-repeated': '两个分组的编号相同',
      'two-controls': '只能有一个对照组',
    },
  },
  en: {
    name: 'A/B test',
    help: 'Splits at random by percent; a member always goes the same way',
    fields: { arms: 'Arms', salt: 'Reshuffle mark' },
    outcomes: { control: 'Control' },
    problems: {
      'not-100': 'Percents must add up to 100',
      'arm-repeated': 'Two arms have the same id',
      'two-controls': 'One control arm at most',
    },
  },
}
