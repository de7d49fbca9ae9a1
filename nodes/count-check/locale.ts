import { countWindowWords } from '../../engine/core/controls/count-window.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

const COUNTED = {
  'zh-CN': {
    enrolment: '该会员本次旅程经过这里',
    member: '该会员历次经过这里',
    node: '所有会员经过这里',
    journey: '所有会员在本旅程的同类计数',
  },
  en: {
    enrolment: 'this member’s passages here in this entry',
    member: 'this member’s passages here in all entries',
    node: 'everyone’s passages here',
    journey: 'everyone’s passages counted so in this journey',
  },
}
const counted = (settings: Settings, language: 'zh-CN' | 'en') => {
  if (settings.scope !== 'name') return COUNTED[language][settings.scope]
  return language === 'en' ? `this member’s passages counted as “${settings.name}”` : `该会员的「${settings.name}」计数`
}

export const locale: NodeLocale = {
  'zh-CN': {
    name: '计数判断',
    help: '按次数放行：未满时走「未超」并计一次，已满走「已超」；可限量，也可限制循环次数',
    fields: {
      scope: '按什么计数',
      name: '计数器名称',
      bound: '最多',
      window: '时间范围',
      'window.zone': '时区',
      'window.duration': '最近',
    },
    choices: {
      scope: {
        enrolment: '该会员在本次旅程',
        member: '该会员历次进入本旅程',
        name: '该会员跨旅程',
        node: '所有会员在本节点',
        journey: '所有会员在本旅程',
      },
      'window.kind': { ever: '不限', day: '每天', week: '每周', month: '每月', last: '最近一段时间' },
    },
    hints: {
      name: '名称相同的计数判断共用一个计数，各旅程之间也是',
      bound: '走「已超」的不占名额',
      'window.zone': '不填则用旅程的时区',
    },
    units: { bound: '次' },
    outcomes: { within: '未超', over: '已超' },
    problems: {},
    explain({ outcome, settings }: ExplainedVisit<Settings>) {
      const asked = `${countWindowWords(settings.window, 'zh-CN')}${counted(settings, 'zh-CN')}，上限 ${settings.bound} 次`
      return outcome === 'within' ? `${asked}，未满，计入一次。` : `${asked}，已满。`
    },
  },
  en: {
    name: 'Count check',
    help: 'Lets so many pass: within the bound an arrival is counted, after that it leaves by Over. Caps a node, or a loop',
    fields: {
      scope: 'Count',
      name: 'Name of the counter',
      bound: 'At most',
      window: 'Window',
      'window.zone': 'Zone',
      'window.duration': 'The last',
    },
    choices: {
      scope: {
        enrolment: 'This member, in this entry',
        member: 'This member, in all entries',
        name: 'This member, across journeys',
        node: 'Everyone, at this node',
        journey: 'Everyone, in this journey',
      },
      'window.kind': { ever: 'Ever', day: 'Per day', week: 'Per week', month: 'Per month', last: 'In the last while' },
    },
    hints: {
      name: 'Count checks with the same name share one count, in all journeys',
      bound: 'Who leaves by Over takes no place',
      'window.zone': 'The journey’s where none is given',
    },
    units: { bound: 'times' },
    outcomes: { within: 'Within', over: 'Over' },
    problems: {},
    explain({ outcome, settings }: ExplainedVisit<Settings>) {
      const asked = `Counted ${counted(settings, 'en')} ${countWindowWords(settings.window, 'en')}, at most ${settings.bound}`
      return outcome === 'within' ? `${asked}: there was room.` : `${asked}: it was full.`
    },
  },
}
