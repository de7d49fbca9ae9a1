import { CALL_SETTLED, MESSAGE_SETTLED } from '../lifecycles/message.ts'
import type { Language } from '../say.ts'
import { UNSUBSCRIBED } from './exits.ts'
import { GOAL_REACHED } from './goals.ts'
import {
  journeyCalled,
  MEMBER_CHANGED,
  POINTS_CHANGED,
  SEGMENT_ENTERED,
  SEGMENT_LEFT,
  TAG_GAINED,
  TAG_LOST,
} from './own-events.ts'

type Words = Readonly<Record<Language, string>>

/** What Waymark's own events are called. */
const EVENTS: Readonly<Record<string, Words>> = {
  [MESSAGE_SETTLED]: { 'zh-CN': '消息有结果', en: 'Message settled' },
  [CALL_SETTLED]: { 'zh-CN': '调用有结果', en: 'Call settled' },
  [TAG_GAINED]: { 'zh-CN': '获得标签', en: 'Tag gained' },
  [TAG_LOST]: { 'zh-CN': '失去标签', en: 'Tag lost' },
  [POINTS_CHANGED]: { 'zh-CN': '积分变动', en: 'Points changed' },
  [MEMBER_CHANGED]: { 'zh-CN': '资料变更', en: 'Profile changed' },
  [SEGMENT_ENTERED]: { 'zh-CN': '进入人群', en: 'Segment entered' },
  [SEGMENT_LEFT]: { 'zh-CN': '离开人群', en: 'Segment left' },
  [GOAL_REACHED]: { 'zh-CN': '达成旅程目标', en: 'Journey goal reached' },
  [UNSUBSCRIBED]: { 'zh-CN': '退订所有渠道', en: 'Unsubscribed from all channels' },
}

/** What their properties are called. */
const PROPERTIES: Readonly<Record<string, Words>> = {
  state: { 'zh-CN': '状态', en: 'State' },
  channel: { 'zh-CN': '渠道', en: 'Channel' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  tag: { 'zh-CN': '标签', en: 'Tag' },
  account: { 'zh-CN': '积分账户', en: 'Account' },
  amount: { 'zh-CN': '数量', en: 'Amount' },
  segment: { 'zh-CN': '人群编号', en: 'Segment key' },
  attributes: { 'zh-CN': '变更的属性', en: 'Changed attributes' },
  journey: { 'zh-CN': '旅程编号', en: 'Journey key' },
  goal: { 'zh-CN': '目标编号', en: 'Goal key' },
  name: { 'zh-CN': '目标名称', en: 'Goal name' },
  primary: { 'zh-CN': '是否主要目标', en: 'Primary goal' },
  value: { 'zh-CN': '价值', en: 'Worth' },
}

const wordsOf = (of: Readonly<Record<string, Words>>, name: string, language: Language): string =>
  (Object.hasOwn(of, name) ? of[name]?.[language] : undefined) ?? name

/** What an event is called: one of Waymark's own by its words, others by the names they came with. */
export function eventWords(name: string, language: Language): string {
  const journey = journeyCalled(name)
  if (journey === undefined) return wordsOf(EVENTS, name, language)
  return language === 'en' ? `Call of “${journey}”` : `调用「${journey}」`
}

/** What a property of one of Waymark's own events is called. */
export const ownPropertyWords = (name: string, language: Language): string => wordsOf(PROPERTIES, name, language)
