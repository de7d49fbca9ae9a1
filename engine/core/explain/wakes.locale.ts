import { MESSAGE_SETTLED } from '../lifecycles/message.ts'
import { eventsWords } from '../rules/rule.locale.ts'
import type { EventMatch } from '../rules/rule.ts'
import type { Wording } from './facts.ts'

/** Somebody who waits. */
interface Waiting {
  /** Null where time alone does not set them going again. */
  readonly wakesAt: number | null
  /** By quiet hours, from being sent a message. */
  readonly held: boolean
  readonly listens: readonly EventMatch[]
}

/** What sets somebody who waits going again. */
export function wakesWords(
  { wakesAt, held, listens }: Waiting,
  { language, time }: Pick<Wording, 'language' | 'time'>,
): string {
  if (held && wakesAt !== null) return heldWords(wakesAt, { language, time })
  const zh = language === 'zh-CN'
  const own = listens.filter(({ event }) => event !== MESSAGE_SETTLED)
  const events = [
    ...(own.length > 0 ? [eventsWords(own, language)] : []),
    ...(own.length < listens.length ? [zh ? '消息的结果' : 'the outcome of its message'] : []),
  ].join(zh ? '或' : ' or ')
  if (wakesAt === null) {
    if (events === '') return zh ? '没有时间或行为会唤醒。' : 'Neither a time nor an event wakes it.'
    return zh ? `由${events}唤醒。` : `Woken by ${events}.`
  }
  const when = time(wakesAt)
  if (!zh) return events === '' ? `Wakes ${when}.` : `Wakes ${when}, or sooner by ${events}.`
  const at = spaced(when)
  return events === '' ? `${at}唤醒。` : `${at}唤醒，或由${events}提前唤醒。`
}

/** Until when quiet hours keep somebody from being sent a message, or kept them. */
export function heldWords(until: number, { language, time }: Pick<Wording, 'language' | 'time'>): string {
  const when = time(until)
  return language === 'zh-CN' ? `免打扰时段，等到 ${spaced(when)}再发。` : `Held by quiet hours, to go ${when}.`
}

const spaced = (when: string): string => (when.endsWith('）') ? when : `${when} `)
