import { eventWords } from '../../engine/core/journey/own-events.locale.ts'
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
  },
  {
    until: 'Wakes {time}.',
    wakes: 'Woken by {events}.',
    untilOr: 'Wakes {time}, or by {events}.',
    settled: 'the message’s outcome',
  },
)

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
  },
)

/** Why a member left a node as it did: what the node's folder says of the facts that decided. */
export const whyLeft = (
  { type, settings }: { readonly type: string; readonly settings: unknown },
  { outcome, because }: { readonly outcome: string; readonly because: Readonly<Record<string, unknown>> },
  language: Language,
): string => {
  const facts = because as JsonObject // as the node that reads it wrote it
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
    ...(own.length > 0
      ? [
          listWords(
            own.map((event) => eventWords(event, language)),
            language,
          ),
        ]
      : []),
    ...(own.length < wokenBy.length ? [t('settled')] : []),
  ].join(language === 'en' ? ' or ' : '或')
  if (until === null) return t('wakes', { events })
  return events ? t('untilOr', { time: time(until), events }) : t('until', { time: time(until) })
}
