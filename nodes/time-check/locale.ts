import { daysWords, hoursWords } from '../../engine/core/time/openings.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '时间判断',
    help: '到达时是不是在这些日期、星期、时段里，是不是工作日；几项都满足才走「是」',
    fields: {
      weekdays: '星期',
      days: '日子',
      hours: '时刻',
      'hours.from': '从',
      'hours.to': '到',
      dates: '日期范围',
      'dates.from': '第一天',
      'dates.to': '最后一天',
      zone: '时区',
    },
    choices: {
      weekdays: { MO: '一', TU: '二', WE: '三', TH: '四', FR: '五', SA: '六', SU: '日' },
      days: { any: '不限', workday: '工作日', 'day-off': '休息日' },
      'hours.kind': { any: '全天', between: '一段时间' },
    },
    hints: {
      weekdays: '不选就是每天',
      days: '按节假日和调休。没有数据的年份按星期判断，并在轨迹里注明',
      'hours.to': '可以过零点，算开始的那一天',
    },
    outcomes: { yes: '是', no: '否' },
    problems: { always: '什么都没有限定，永远是「是」：选日期、星期、日子或时刻' },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      const asked = [daysWords(settings, 'zh-CN'), hoursWords(settings.hours)].filter(Boolean).join(' ')
      const guessed = because.calendar === 'unknown-year' ? '（这一年的节假日未知，按星期判断）' : ''
      const unmet = {
        dates: '不在日期范围内',
        weekday: '不是这些星期',
        workday: '不是工作日',
        'day-off': '不是休息日',
        hours: '不在时段内',
      }[String(because.unmet)]
      if (outcome === 'yes') return `到达时满足：${asked || '日期范围'}${guessed}。`
      return `到达时${unmet ?? '不满足条件'}${guessed}。`
    },
  },
  en: {
    name: 'Time check',
    help: 'Whether members arrive on these dates, weekdays, at these hours, or on a workday; yes where all of it is so',
    fields: {
      weekdays: 'Weekdays',
      days: 'Days',
      hours: 'Hours',
      'hours.from': 'From',
      'hours.to': 'To',
      dates: 'Dates',
      'dates.from': 'First day',
      'dates.to': 'Last day',
      zone: 'Time zone',
    },
    choices: {
      weekdays: { MO: 'Mo', TU: 'Tu', WE: 'We', TH: 'Th', FR: 'Fr', SA: 'Sa', SU: 'Su' },
      days: { any: 'Any', workday: 'Workdays', 'day-off': 'Days off' },
      'hours.kind': { any: 'All day', between: 'Between two times' },
    },
    hints: {
      weekdays: 'None chosen: every day',
      days: 'By Chinese holidays and moved workdays. Years without data go by weekdays, and the trace says so',
      'hours.to': 'May be after midnight: it belongs to the day it begins on',
    },
    outcomes: { yes: 'Yes', no: 'No' },
    problems: { always: 'Nothing is asked for, so it is always yes: choose dates, weekdays, days or hours' },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      const asked = [daysWords(settings, 'en'), hoursWords(settings.hours)].filter(Boolean).join(' ')
      const guessed = because.calendar === 'unknown-year' ? ', by weekdays, as the holidays are not known' : ''
      const unmet = {
        dates: 'outside the dates',
        weekday: 'on another weekday',
        workday: 'on no workday',
        'day-off': 'on no day off',
        hours: 'outside the hours',
      }[String(because.unmet)]
      if (outcome === 'yes') return `Arrived when asked for: ${asked || 'within the dates'}${guessed}.`
      return `Arrived ${unmet ?? 'at another time'}${guessed}.`
    },
  },
}
