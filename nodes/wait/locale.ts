import { eventsWords } from '../../engine/core/rules/rule.locale.ts'
import { durationWords } from '../../engine/core/time/duration.locale.ts'
import { daysWords, hoursWords } from '../../engine/core/time/openings.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

const WEEKDAYS_ZH = { MO: '一', TU: '二', WE: '三', TH: '四', FR: '五', SA: '六', SU: '日' }
const WEEKDAYS_EN = { MO: 'Mo', TU: 'Tu', WE: 'We', TH: 'Th', FR: 'Fr', SA: 'Sa', SU: 'Su' }

export const locale: NodeLocale = {
  'zh-CN': {
    name: '等待',
    help: '等一段时间、等到某个时间、等下一个工作日或时段、等会员的日期，或等会员做某件事',
    fields: {
      kind: '等待方式',
      duration: '时长',
      local: '等到',
      pastDue: '轮到时已经过期',
      weekdays: '星期',
      days: '日子',
      hours: '时刻',
      'hours.at': '几点',
      'hours.from': '从',
      'hours.to': '到',
      'hours.inside': '到达时正在其中',
      events: '行为',
      'events.event': '行为',
      'events.filter': '只算满足条件的',
      timeout: '最长等待',
      attribute: '会员的日期属性',
      shift: '哪一天',
      'shift.days': '天数',
      time: '当天几点',
      calendar: '历法',
      feb29: '没有 2 月 29 日的年份',
      leapMonth: '生在闰月',
    },
    choices: {
      kind: {
        duration: '时长',
        until: '指定时间',
        next: '下一个工作日、星期或时段',
        event: '行为',
        date: '会员的日期',
        anniversary: '会员的纪念日',
      },
      pastDue: { 'go-on': '直接继续', expired: '走「已过期」', 'next-year': '等到明年' },
      weekdays: WEEKDAYS_ZH,
      days: { any: '不限', workday: '工作日', 'day-off': '休息日' },
      'hours.kind': { any: '全天', at: '一个时刻', between: '一段时间' },
      'hours.inside': { 'go-on': '直接继续', next: '等下一次' },
      'shift.kind': { on: '当天', before: '之前几天', after: '之后几天' },
      calendar: { solar: '公历', lunar: '农历' },
      feb29: { 'feb-28': '算 2 月 28 日', 'mar-1': '算 3 月 1 日' },
      leapMonth: { ordinary: '总按平月', leap: '有这个闰月就按闰月' },
    },
    choiceHints: { calendar: { lunar: '农历三十遇小月，算二十九' } },
    hints: {
      weekdays: '不选就是每天',
      days: '按节假日和调休。没有数据的年份按星期判断，并在轨迹里注明',
      'hours.at': '到达时正好是这个时刻，等下一次',
      'hours.to': '可以过零点，算开始的那一天',
      attribute: '没有这个日期，或不是日期的会员，走「已过期」',
      feb29: '只对公历有用',
      leapMonth: '只对农历有用',
    },
    items: { events: '行为' },
    outcomes: { done: '等待结束', event: '做了', timeout: '超时', expired: '已过期' },
    problems: {
      'waits-for-nothing': '什么都没有限定，谁都不用等：选星期、日子或时刻',
      rarely: '这样的日子只有节假日或调休才有，可能要等很久',
    },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      switch (settings.kind) {
        case 'event':
          return outcome === 'event'
            ? `等到了${eventsWords(settings.events, 'zh-CN')}。`
            : `${durationWords(settings.timeout, 'zh-CN')}内没有等到${eventsWords(settings.events, 'zh-CN')}。`
        case 'duration':
          return `等了 ${durationWords(settings.duration, 'zh-CN')}。`
        case 'until': {
          const until = settings.local.replace('T', ' ')
          return outcome === 'expired' ? `到达时已过 ${until}。` : `等到 ${until}，或到达时已过。`
        }
        case 'next': {
          const words = [daysWords(settings, 'zh-CN'), hoursWords(settings.hours)].filter(Boolean).join(' ')
          const guessed = because.calendar === 'unknown-year' ? '（那一年的节假日未知，按星期判断）' : ''
          return `等到了${words || '下一天'}${guessed}。`
        }
        default:
          if (because.date === 'missing') return `会员没有「${settings.attribute}」。`
          if (because.date === 'unreadable') return `会员的「${settings.attribute}」不是能用的日期。`
          return outcome === 'expired'
            ? `到达时已过「${settings.attribute}」定的时间。`
            : `等到「${settings.attribute}」定的时间，或到达时已过。`
      }
    },
  },
  en: {
    name: 'Wait',
    help: 'Waits for a while, until a time, for the next workday or hours, for a date of the member, or for something it does',
    fields: {
      kind: 'Wait for',
      duration: 'For',
      local: 'Until',
      pastDue: 'If already past',
      weekdays: 'Weekdays',
      days: 'Days',
      hours: 'Hours',
      'hours.at': 'At',
      'hours.from': 'From',
      'hours.to': 'To',
      'hours.inside': 'Who arrives within it',
      events: 'Events',
      'events.event': 'Event',
      'events.filter': 'Only those where',
      timeout: 'Wait at most',
      attribute: 'Date of the member',
      shift: 'On which day',
      'shift.days': 'Days',
      time: 'At',
      calendar: 'Calendar',
      feb29: 'In years without 29 February',
      leapMonth: 'Born in a leap month',
    },
    choices: {
      kind: {
        duration: 'Time',
        until: 'Date',
        next: 'Next workday, weekday or hours',
        event: 'Event',
        date: 'Date of the member',
        anniversary: 'Anniversary of the member',
      },
      pastDue: { 'go-on': 'Continue', expired: 'Go to Expired', 'next-year': 'Wait until next year' },
      weekdays: WEEKDAYS_EN,
      days: { any: 'Any', workday: 'Workdays', 'day-off': 'Days off' },
      'hours.kind': { any: 'All day', at: 'A time', between: 'Between two times' },
      'hours.inside': { 'go-on': 'Continues', next: 'Waits for the next' },
      'shift.kind': { on: 'The day itself', before: 'Days before', after: 'Days after' },
      calendar: { solar: 'Solar', lunar: 'Lunar' },
      feb29: { 'feb-28': '28 February', 'mar-1': '1 March' },
      leapMonth: { ordinary: 'Always the ordinary month', leap: 'The leap month, where there is one' },
    },
    choiceHints: { calendar: { lunar: 'A lunar 30th is the 29th in a month of 29 days' } },
    hints: {
      weekdays: 'None chosen: every day',
      days: 'By holidays and moved workdays. Years without data go by weekdays, and the trace says so',
      'hours.at': 'Who arrives at this very time waits for the next',
      'hours.to': 'May be after midnight: it belongs to the day it begins on',
      attribute: 'Members without it, or with something that is no date, leave by Expired',
      feb29: 'Of solar dates only',
      leapMonth: 'Of lunar dates only',
    },
    items: { events: 'event' },
    outcomes: { done: 'Done', event: 'Did it', timeout: 'Timed out', expired: 'Expired' },
    problems: {
      'waits-for-nothing': 'Nothing is asked for, so nobody waits: choose weekdays, days or hours',
      rarely: 'Only holidays or moved workdays are such days: it may take long',
    },
    explain({ outcome, because, settings }: ExplainedVisit<Settings>) {
      switch (settings.kind) {
        case 'event':
          return outcome === 'event'
            ? `${eventsWords(settings.events, 'en')} came.`
            : `${eventsWords(settings.events, 'en')} did not come within ${durationWords(settings.timeout, 'en')}.`
        case 'duration':
          return `Waited for ${durationWords(settings.duration, 'en')}.`
        case 'until': {
          const until = settings.local.replace('T', ' ')
          return outcome === 'expired' ? `Arrived after ${until}.` : `Waited until ${until}, or arrived after it.`
        }
        case 'next': {
          const words = [daysWords(settings, 'en'), hoursWords(settings.hours)].filter(Boolean).join(' ')
          const guessed = because.calendar === 'unknown-year' ? ', by weekdays, as the holidays are not known' : ''
          return `Waited for the next ${words || 'day'}${guessed}.`
        }
        default:
          if (because.date === 'missing') return `The member has no “${settings.attribute}”.`
          if (because.date === 'unreadable') return `“${settings.attribute}” of the member is no usable date.`
          return outcome === 'expired'
            ? `Arrived after the time that “${settings.attribute}” sets.`
            : `Waited for the time that “${settings.attribute}” sets, or arrived after it.`
      }
    },
  },
}
