import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '定向',
    help: '选定人群在指定时间进入旅程，一次或按周期',
    fields: { include: '包含人群', exclude: '排除人群', firing: '时间', take: '每次进入', missed: '错过时' },
    outcomes: { next: '进入' },
    problems: {},
  },
  en: {
    name: 'Audience',
    help: 'A chosen audience enters at a time, once or again and again',
    fields: { include: 'Include', exclude: 'Exclude', firing: 'When', take: 'Each run takes', missed: 'If missed' },
    outcomes: { next: 'Enters' },
    problems: {},
  },
}
