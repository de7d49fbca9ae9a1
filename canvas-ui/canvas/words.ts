import { eventWords } from '../../engine/core/journey/own-events.locale.ts'
import type { EventMatch, FieldLeaf, Rule } from '../../engine/core/rules/rule.ts'
import { VARIABLE } from '../../engine/core/template.ts'
import { durationWords } from '../../engine/core/time/duration.locale.ts'
import type { Words } from '../../nodes/view.ts'
import { shortNumber } from '../format/number.ts'
import type { Language } from '../locale/language.ts'

const SIGNS: Readonly<Record<string, string>> = { eq: '=', neq: '≠', gt: '>', gte: '≥', lt: '<', lte: '≤' }

/** What sentences about settings are built with, in one language. */
export function wordsIn(language: Language): Words {
  const chinese = language === 'zh-CN'
  const say = (zh: string, en: string): string => (chinese ? zh : en)
  const list = (items: readonly string[]): string => items.join(say('、', ', '))
  const duration: Words['duration'] = (length) => durationWords(length, language)

  const leaf = (condition: FieldLeaf): string => {
    const { field, op } = condition
    const name = field.replace(/^(member|event|points)\./, '')
    if (!('value' in condition)) {
      return op === 'empty' ? say(`${name} 为空`, `${name} is empty`) : say(`${name} 有值`, `${name} is set`)
    }
    if (op === 'has') return say(`有「${condition.value}」标签`, `Tagged “${condition.value}”`)
    if (op === 'has-not') return say(`没有「${condition.value}」标签`, `Not tagged “${condition.value}”`)
    if (op === 'in')
      return say(`${name} 属于 ${list(condition.value.map(String))}`, `${name} in ${list(condition.value.map(String))}`)
    if (op === 'between') return `${name} ${condition.value[0]}–${condition.value[1]}`
    if (op === 'contains') return say(`${name} 包含 ${condition.value}`, `${name} contains ${condition.value}`)
    if (op === 'starts-with') return say(`${name} 以 ${condition.value} 开头`, `${name} starts with ${condition.value}`)
    if (op === 'on') return say(`${name} 在 ${condition.value}`, `${name} on ${condition.value}`)
    if (op === 'before') return say(`${name} 早于 ${condition.value}`, `${name} before ${condition.value}`)
    if (op === 'after') return say(`${name} 晚于 ${condition.value}`, `${name} after ${condition.value}`)
    if (op === 'within-last')
      return say(`${name} 在最近 ${duration(condition.value)}`, `${name} in the last ${duration(condition.value)}`)
    return `${name} ${SIGNS[op] ?? op} ${condition.value}`
  }

  const rule = (of: Rule): string => {
    if ('field' in of) return leaf(of)
    if ('events' in of) {
      const { did } = of.events
      const event = eventWords(of.events.event, language)
      return did ? say(`做过 ${event}`, `Did ${event}`) : say(`没做过 ${event}`, `Did not ${event}`)
    }
    if ('not' in of) return say(`非（${rule(of.not)}）`, `not (${rule(of.not)})`)
    const parts = ('all' in of ? of.all : of.any).map((part) =>
      'all' in part || 'any' in part ? `(${rule(part)})` : rule(part),
    )
    if (parts.length === 0) return 'all' in of ? say('所有人', 'Everyone') : say('没有人', 'Nobody')
    return parts.join('all' in of ? say(' 且 ', ' and ') : say(' 或 ', ' or '))
  }

  const event = ({ event: given, filter }: EventMatch): string => {
    const name = eventWords(given, language)
    return filter ? say(`${name}（${rule(filter)}）`, `${name} (${rule(filter)})`) : name
  }

  return {
    say,
    list,
    duration,
    rule,
    number: (value) => shortNumber(value, language),
    events: (matches) => matches.map(event).join(say(' 或 ', ' or ')),
    template: (text) => text.replace(VARIABLE, (_, path: string, fallback?: string) => fallback ?? `[${path}]`),
    moment: (local) => local.replace('T', ' '),
  }
}
