import { UNSUBSCRIBED } from '../../engine/core/journey/exits.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { MESSAGE_SETTLED } from '../../engine/core/lifecycles/message.ts'
import { listWords } from '../../engine/core/rules/rule.locale.ts'
import { locales } from '../../nodes/locales.ts'
import type { Language } from '../locale/language.ts'
import { messages, translator } from '../locale/messages.ts'

const whyMessages = messages(
  {
    until: '{time} 唤醒。',
    wakes: '{events}会唤醒。',
    untilOr: '{time} 唤醒，或由{events}唤醒。',
    settled: '消息有结果',
    held: '免打扰时段，等到 {time} 再发。',
    wasHeld: '因免打扰等到 {time}。',
  },
  {
    until: 'Wakes {time}.',
    wakes: 'Woken by {events}.',
    untilOr: 'Wakes {time}, or by {events}.',
    settled: 'the message’s outcome',
    held: 'Held by quiet hours: it may go {time}.',
    wasHeld: 'Held until {time} by quiet hours.',
  },
)

/** Ways out of a node that nobody drew. */
export const wayNames = messages(
  {
    exit: '按退出规则离开',
    goal: '达标离开',
    stopped: '旅程停止',
    'moved-out': '移到新版本',
    'pulled-out': '被拉出',
    'pushed-out': '被推进',
    merged: '会员合并',
    erased: '会员清除',
  },
  {
    exit: 'Left by an exit rule',
    goal: 'Left at its goal',
    stopped: 'Journey stopped',
    'moved-out': 'Moved to another version',
    'pulled-out': 'Pulled out',
    'pushed-out': 'Pushed on',
    merged: 'Merged',
    erased: 'Erased',
  },
)

const outMessages = messages(
  {
    unsubscribed: '会员退订了所有渠道，按退出规则离开旅程。',
    event: '会员做了「{event}」，按退出规则离开旅程。',
    rule: '会员符合退出条件，离开旅程。',
    goal: '达成目标「{name}」，按设置离开旅程。',
  },
  {
    unsubscribed: 'Unsubscribed from all channels, which the exit rules take out.',
    event: 'Did “{event}”, which the exit rules take out.',
    rule: 'Met the condition of the exit rules.',
    goal: 'Reached the goal “{name}”, which is set to leave the journey.',
  },
)

function whyOut(because: JsonObject, language: Language): string {
  const t = translator(outMessages, language)
  if (because.rule === true) return t('rule')
  if (because.goal !== undefined) return t('goal', { name: String(because.name ?? '?') })
  return because.name === UNSUBSCRIBED ? t('unsubscribed') : t('event', { event: String(because.name ?? '?') })
}

/** Why somebody was not enrolled. */
export const refusals = messages(
  {
    'already-entered': '每人只进一次，已经进过',
    'still-inside': '还在旅程里',
    'too-many-entries': '进入次数已到上限',
    'too-many-at-once': '同时在里面的次数已到上限',
    'outside-window': '不在旅程的开放时间内',
    'too-late': '行为发生得太早，超过了容忍时间',
    'too-deep': '行为由旅程层层引发，已到上限',
    'journey-not-running': '旅程当时没有运行',
    'member-filter': '不满足触发的会员条件',
    'in-other-journey': '正在同组、优先级不低于它的旅程里',
  },
  {
    'already-entered': 'a member enters once, and did',
    'still-inside': 'still inside',
    'too-many-entries': 'the limit of entries is reached',
    'too-many-at-once': 'the limit of entries at once is reached',
    'outside-window': 'outside the journey’s window',
    'too-late': 'the event was older than tolerated',
    'too-deep': 'journeys caused the event in too many turns',
    'journey-not-running': 'the journey did not run then',
    'member-filter': 'does not meet the trigger’s condition on members',
    'in-other-journey': 'inside a journey of the same group with at least its priority',
  },
)

/** Why a member left a node as it did: what the node's folder says of the facts that decided. */
export const whyLeft = (
  { type, settings }: { readonly type: string; readonly settings: unknown },
  { outcome, because }: { readonly outcome: string; readonly because: Readonly<Record<string, unknown>> },
  language: Language,
): string => {
  const facts = because as JsonObject // as the node that reads it wrote it
  if (outcome === 'exit' || outcome === 'goal') return whyOut(facts, language)
  return locales.get(type)?.[language].explain({ outcome, because: facts, settings }) ?? ''
}

/** What sets somebody who waits going again; `until` is null where time alone does not. */
export function whatWakes(
  until: string | null,
  wokenBy: readonly string[],
  time: (at: string) => string,
  language: Language,
): string {
  const t = translator(whyMessages, language)
  const own = wokenBy.filter((event) => event !== MESSAGE_SETTLED)
  const events = [
    ...(own.length > 0 ? [listWords(own, language)] : []),
    ...(own.length < wokenBy.length ? [t('settled')] : []),
  ].join(language === 'en' ? ' or ' : '或')
  if (until === null) return t('wakes', { events })
  return events ? t('untilOr', { time: time(until), events }) : t('until', { time: time(until) })
}

/** Until when quiet hours hold somebody at a message, or did. */
export const whyHeld = (
  until: string,
  is: 'held' | 'wasHeld',
  time: (at: string) => string,
  language: Language,
): string => translator(whyMessages, language)(is, { time: time(until) })
