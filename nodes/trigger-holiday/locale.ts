import { listWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import { NAMES, nameOf, namesIn } from './days.locale.ts'
import type { Settings } from './node.ts'

const UNKNOWN_ZH = '按设置里的节假日。还没有公布的年份按节日当天'
const UNKNOWN_EN = 'By the holidays in Settings. Years without them go by the festival itself'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '节假日',
    help: '法定节假日、农历节日、节气、国际节日和自己的品牌日到来时，人群进入旅程，当天或前后几天',
    fields: {
      days: '哪些日子',
      'days.holiday': '节假日',
      'days.on': '哪一天',
      'days.festival': '节日',
      'days.term': '节气',
      'days.occasion': '节日',
      'days.dates': '几号',
      'days.month': '月',
      'days.day': '日',
      'days.leapDay': '没有 2 月 29 日的年份',
      shift: '哪一天进入',
      'shift.days': '天数',
      time: '几点进入',
      zone: '时区',
      include: '包含人群',
      groups: '包含群组',
      exclude: '排除人群',
      excludeGroups: '排除群组',
      take: '每次进入',
      missed: '错过时',
    },
    items: { days: '日子' },
    choices: {
      'days.kind': {
        statutory: '法定节假日',
        lunar: '农历节日',
        'solar-term': '节气',
        occasion: '国际与购物节日',
        monthly: '品牌日：每月几号',
        yearly: '品牌日：每年一天',
        'lunar-yearly': '品牌日：农历每年一天',
      },
      'days.holiday': namesIn(NAMES.statutory, 'zh-CN'),
      'days.on': {
        festival: '节日当天',
        'first-day-off': '放假第一天',
        'last-day-off': '放假最后一天',
        'last-workday': '放假前最后一个工作日',
        'first-workday': '放假后第一个工作日',
        'moved-workdays': '每个调休上班日',
      },
      'days.festival': namesIn(NAMES.lunar, 'zh-CN'),
      'days.term': namesIn(NAMES['solar-term'], 'zh-CN'),
      'days.occasion': namesIn(NAMES.occasion, 'zh-CN'),
      'days.leapDay': { 'feb-28': '2 月 28 日', 'mar-1': '3 月 1 日', skip: '跳过' },
      'shift.kind': { on: '当天', before: '之前几天', after: '之后几天' },
      take: { everyone: '所有人', new: '只有新加入的' },
      missed: { 'run-once': '恢复后补一次', skip: '跳过' },
    },
    choiceHints: {
      'days.kind': { 'lunar-yearly': '三十遇小月算二十九，闰月不算' },
      'days.on': {
        'first-day-off': `连着的周末也算。${UNKNOWN_ZH}`,
        'last-day-off': `连着的周末也算。${UNKNOWN_ZH}`,
        'last-workday': UNKNOWN_ZH,
        'first-workday': UNKNOWN_ZH,
        'moved-workdays': '为这个节假日上班的周末。还没有公布的年份没有这样的日子',
      },
    },
    hints: {
      'days.dates': '如会员日。没有这一天的月份跳过',
      take: '每次到了日子，让谁进入',
      missed: '到点时系统停机的那一次怎么办',
    },
    outcomes: { next: '进入' },
    problems: { 'nobody-chosen': '选至少一个人群或群组' },
    explain: ({ settings: { days, shift, include, groups } }: ExplainedVisit<Settings>) => {
      const named = listWords(
        days.map((day) => nameOf(day)[0]),
        'zh-CN',
      )
      const when = { on: '', before: '前', after: '后' }[shift.kind]
      const around = 'days' in shift ? `${when} ${shift.days} 天` : ''
      return `到了${named}${around}，也在${listWords([...include, ...groups], 'zh-CN')}里，进入旅程。`
    },
  },
  en: {
    name: 'Holiday',
    help: 'An audience enters on statutory holidays, lunar festivals, solar terms, international days and days of your own, or days around them',
    fields: {
      days: 'Which days',
      'days.holiday': 'Holiday',
      'days.on': 'Which of its days',
      'days.festival': 'Festival',
      'days.term': 'Solar term',
      'days.occasion': 'Day',
      'days.dates': 'On',
      'days.month': 'Month',
      'days.day': 'Day',
      'days.leapDay': 'Years without 29 Feb',
      shift: 'Enters',
      'shift.days': 'Days',
      time: 'At',
      zone: 'Zone',
      include: 'Include segments',
      groups: 'Include groups',
      exclude: 'Exclude segments',
      excludeGroups: 'Exclude groups',
      take: 'Each run takes',
      missed: 'If missed',
    },
    items: { days: 'day' },
    choices: {
      'days.kind': {
        statutory: 'Statutory holiday',
        lunar: 'Lunar festival',
        'solar-term': 'Solar term',
        occasion: 'International or shopping day',
        monthly: 'Brand day, every month',
        yearly: 'Brand day, every year',
        'lunar-yearly': 'Brand day, every lunar year',
      },
      'days.holiday': namesIn(NAMES.statutory, 'en'),
      'days.on': {
        festival: 'The festival itself',
        'first-day-off': 'First day off',
        'last-day-off': 'Last day off',
        'last-workday': 'Last workday before',
        'first-workday': 'First workday after',
        'moved-workdays': 'Each moved workday',
      },
      'days.festival': namesIn(NAMES.lunar, 'en'),
      'days.term': namesIn(NAMES['solar-term'], 'en'),
      'days.occasion': namesIn(NAMES.occasion, 'en'),
      'days.leapDay': { 'feb-28': '28 February', 'mar-1': '1 March', skip: 'Skip' },
      'shift.kind': { on: 'On the day', before: 'Days before', after: 'Days after' },
      take: { everyone: 'Everyone', new: 'Newcomers only' },
      missed: { 'run-once': 'Run once later', skip: 'Skip' },
    },
    choiceHints: {
      'days.kind': { 'lunar-yearly': 'A 30th is the 29th in a month of 29 days; leap months do not count' },
      'days.on': {
        'first-day-off': `Weekends that adjoin are counted. ${UNKNOWN_EN}`,
        'last-day-off': `Weekends that adjoin are counted. ${UNKNOWN_EN}`,
        'last-workday': UNKNOWN_EN,
        'first-workday': UNKNOWN_EN,
        'moved-workdays': 'Weekend days that are worked for the holiday. Years not announced yet have none',
      },
    },
    hints: {
      'days.dates': 'A members’ day, say. A month without the day is skipped',
      take: 'Who enters on each of the days',
      missed: 'What becomes of a day that the system was down for',
    },
    outcomes: { next: 'Enters' },
    problems: { 'nobody-chosen': 'Choose at least one segment or group' },
    explain: ({ settings: { days, shift, include, groups } }: ExplainedVisit<Settings>) => {
      const named = listWords(
        days.map((day) => nameOf(day)[1]),
        'en',
      )
      const around = 'days' in shift ? `${shift.days} day${shift.days > 1 ? 's' : ''} ${shift.kind} ` : ''
      return `It was ${around}${named}, and it was in ${listWords([...include, ...groups], 'en')}, so it entered.`
    },
  },
}
