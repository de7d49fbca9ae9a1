import { listWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '纪念日',
    help: '会员的生日、入会日或其他日期每年到来时进入旅程，公历或农历，当天或前后几天；每人每年一次',
    fields: {
      date: '哪个日期',
      'date.attribute': '会员的日期属性',
      calendar: '历法',
      feb29: '没有 2 月 29 日的年份',
      leapMonth: '生在闰月',
      around: '哪一天进入',
      'around.days': '天数',
      time: '当天几点',
      zone: '按谁的时间',
      'zone.zone': '时区',
      'zone.attribute': '会员的时区属性',
      include: '包含人群',
      exclude: '排除人群',
      missed: '错过的日子',
    },
    choices: {
      'date.kind': { attribute: '会员的日期', joined: '入会日' },
      calendar: { solar: '公历', lunar: '农历' },
      feb29: { 'feb-28': '算 2 月 28 日', 'mar-1': '算 3 月 1 日' },
      leapMonth: { ordinary: '总按平月', leap: '有这个闰月就按闰月' },
      'around.kind': {
        on: '当天',
        before: '之前几天',
        after: '之后几天',
        week: '当周第一天（周一）',
        month: '当月第一天',
      },
      'zone.kind': { journey: '旅程的时区', fixed: '指定时区', member: '会员自己的时区' },
      missed: { 'run-once': '恢复后补上', skip: '跳过' },
    },
    hints: {
      'date.attribute': '如生日、首次购买日。没有这个日期，或不是日期的会员不会进入',
      calendar: '农历三十遇小月，算二十九',
      leapMonth: '只对农历有用',
      'zone.attribute': '写着 Asia/Shanghai 这样的时区。没有的会员按旅程的时区',
      missed: '那几天系统停机或旅程暂停时怎么办',
    },
    outcomes: { next: '进入' },
    problems: {},
    explain: ({ settings: { date, include } }: ExplainedVisit<Settings>) =>
      `${date.kind === 'joined' ? '入会日' : `「${date.attribute}」的日子`}到了，也在人群${listWords(include, 'zh-CN')}里，进入旅程。`,
  },
  en: {
    name: 'Anniversary',
    help: 'Members enter when their birthday, joining day or another date comes round, solar or lunar, on it or days around it; each once a year',
    fields: {
      date: 'Which date',
      'date.attribute': 'Date of the member',
      calendar: 'Calendar',
      feb29: 'Years without 29 Feb',
      leapMonth: 'Born in a leap month',
      around: 'Enters',
      'around.days': 'Days',
      time: 'At',
      zone: 'Whose time',
      'zone.zone': 'Zone',
      'zone.attribute': 'Zone of the member',
      include: 'Include',
      exclude: 'Exclude',
      missed: 'Days missed',
    },
    choices: {
      'date.kind': { attribute: 'A date of the member', joined: 'The day it joined' },
      calendar: { solar: 'Solar', lunar: 'Chinese lunar' },
      feb29: { 'feb-28': 'On 28 February', 'mar-1': 'On 1 March' },
      leapMonth: { ordinary: 'Always the ordinary month', leap: 'The leap month in years that have it' },
      'around.kind': {
        on: 'On the day',
        before: 'Days before',
        after: 'Days after',
        week: 'First day of its week (Monday)',
        month: 'First day of its month',
      },
      'zone.kind': { journey: 'The journey’s zone', fixed: 'A fixed zone', member: 'The member’s own zone' },
      missed: { 'run-once': 'Made up for later', skip: 'Skipped' },
    },
    hints: {
      'date.attribute':
        'A birthday, a first purchase. Members without it, or with something that is no date, never enter',
      calendar: 'A lunar 30th is the 29th in a month of 29 days',
      leapMonth: 'Of lunar dates only',
      'zone.attribute': 'It holds a zone such as Asia/Shanghai. Members without one go by the journey’s',
      missed: 'What becomes of days on which the system was down or the journey paused',
    },
    outcomes: { next: 'Enters' },
    problems: {},
    explain: ({ settings: { date, include } }: ExplainedVisit<Settings>) =>
      `${date.kind === 'joined' ? 'The day it joined' : `Its “${date.attribute}”`} came round and it was in ${listWords(include, 'en')}, so it entered.`,
  },
}
