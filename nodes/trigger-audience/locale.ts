import { listWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

/** Segments and groups by name: those that are taken, and those that are left out. Settings of before groups have none. */
const namesIn = ({ include, groups = [], exclude, excludeGroups = [] }: Settings) => ({
  taken: [...include, ...groups],
  left: [...exclude, ...excludeGroups],
})

export const locale: NodeLocale = {
  'zh-CN': {
    name: '定向',
    help: '选定的人群和群组在指定时间进入旅程，一次或按周期',
    fields: {
      include: '包含人群',
      groups: '包含群组',
      exclude: '排除人群',
      excludeGroups: '排除群组',
      firing: '时间',
      'firing.local': '开始时间',
      'firing.zone': '时区',
      'firing.rule': '频率',
      'firing.rule.interval': '间隔',
      'firing.rule.weekdays': '星期',
      'firing.rule.days': '日期',
      'firing.time': '时刻',
      'firing.from': '从哪天起',
      'firing.until': '到哪天止',
      take: '每次进入',
      missed: '错过时',
    },
    choices: {
      'firing.kind': { now: '发布时', at: '指定时间', recurring: '周期' },
      'firing.rule.every': { day: '每天', week: '每周', month: '每月' },
      'firing.rule.weekdays': { MO: '一', TU: '二', WE: '三', TH: '四', FR: '五', SA: '六', SU: '日' },
      take: { everyone: '所有人', new: '只有新加入的' },
      missed: { 'run-once': '恢复后补一次', skip: '跳过' },
    },
    hints: {
      take: '周期运行时，每次让谁进入',
      missed: '到点时系统停机的那一次怎么办',
      'firing.rule.interval': '1 是每次都运行，2 是隔一次',
    },
    outcomes: { next: '进入' },
    problems: { 'nobody-chosen': '选至少一个人群或群组' },
    explain({ settings }: ExplainedVisit<Settings>) {
      const { taken, left } = namesIn(settings)
      return `在${listWords(taken, 'zh-CN')}里${left.length > 0 ? `，不在${listWords(left, 'zh-CN')}里` : ''}，进入旅程。`
    },
  },
  en: {
    name: 'Audience',
    help: 'Chosen segments and groups enter at a time, once or again and again',
    fields: {
      include: 'Include segments',
      groups: 'Include groups',
      exclude: 'Exclude segments',
      excludeGroups: 'Exclude groups',
      firing: 'When',
      'firing.local': 'Starts',
      'firing.zone': 'Zone',
      'firing.rule': 'How often',
      'firing.rule.interval': 'Every',
      'firing.rule.weekdays': 'On',
      'firing.rule.days': 'On',
      'firing.time': 'At',
      'firing.from': 'Starting',
      'firing.until': 'Ending',
      take: 'Each run takes',
      missed: 'If missed',
    },
    choices: {
      'firing.kind': { now: 'Published', at: 'At a time', recurring: 'Recurring' },
      'firing.rule.every': { day: 'Daily', week: 'Weekly', month: 'Monthly' },
      'firing.rule.weekdays': { MO: 'Mo', TU: 'Tu', WE: 'We', TH: 'Th', FR: 'Fr', SA: 'Sa', SU: 'Su' },
      take: { everyone: 'Everyone', new: 'Newcomers only' },
      missed: { 'run-once': 'Run once later', skip: 'Skip' },
    },
    hints: {
      take: 'Who enters on each run',
      missed: 'What becomes of a run that the system was down for',
      'firing.rule.interval': '1 is every time, 2 every other',
    },
    outcomes: { next: 'Enters' },
    problems: { 'nobody-chosen': 'Choose at least one segment or group' },
    explain({ settings }: ExplainedVisit<Settings>) {
      const { taken, left } = namesIn(settings)
      return `Was in ${listWords(taken, 'en')}${left.length > 0 ? ` and not in ${listWords(left, 'en')}` : ''}, and entered.`
    },
  },
}
