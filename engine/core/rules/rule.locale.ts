import type { FactWindow } from '../journey/facts.ts'
import { eventWords } from '../journey/own-events.locale.ts'
import type { Json } from '../json.ts'
import type { Language } from '../say.ts'
import { durationWords } from '../time/duration.locale.ts'
import type { EventMatch, FieldLeaf, Rule } from './rule.ts'

type Operator = FieldLeaf['op']

/** What operators are called, in the order in which they are offered. */
export const OPERATOR_WORDS: Readonly<Record<Language, Readonly<Record<Operator, string>>>> = {
  'zh-CN': {
    eq: '是',
    neq: '不是',
    in: '是其中之一',
    gt: '大于',
    gte: '大于等于',
    lt: '小于',
    lte: '小于等于',
    between: '介于',
    contains: '包含',
    'starts-with': '开头是',
    has: '有',
    'has-not': '没有',
    on: '在这天',
    before: '早于',
    after: '晚于',
    'within-last': '在最近',
    empty: '没有值',
    'not-empty': '有值',
  },
  en: {
    eq: 'is',
    neq: 'is not',
    in: 'is one of',
    gt: 'is over',
    gte: 'is at least',
    lt: 'is under',
    lte: 'is at most',
    between: 'is between',
    contains: 'contains',
    'starts-with': 'starts with',
    has: 'has',
    'has-not': 'has not',
    on: 'is on',
    before: 'is before',
    after: 'is after',
    'within-last': 'is within the last',
    empty: 'is empty',
    'not-empty': 'has a value',
  },
}

/** Attributes that most workspaces have; others go by the names they came with. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  name: { 'zh-CN': '姓名', en: 'Name' },
  email: { 'zh-CN': '邮箱', en: 'E-mail' },
  phone: { 'zh-CN': '手机', en: 'Phone' },
  city: { 'zh-CN': '城市', en: 'City' },
  gender: { 'zh-CN': '性别', en: 'Gender' },
  birthday: { 'zh-CN': '生日', en: 'Birthday' },
  age: { 'zh-CN': '年龄', en: 'Age' },
  tier: { 'zh-CN': '等级', en: 'Tier' },
  joined: { 'zh-CN': '入会日', en: 'Joined' },
}
export const attributeWords = (name: string, language: Language): string =>
  Object.hasOwn(ATTRIBUTES, name) ? (ATTRIBUTES[name]?.[language] ?? name) : name

const POINTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': { spendable: '积分', growth: '成长值', yearly: '年度积分' },
  en: { spendable: 'Points', growth: 'Growth', yearly: 'Points of the year' },
}
/** What an account of points is called. */
export const pointsWords = (account: string, language: Language): string => POINTS[language][account] ?? account

/** What a field is called: `member.city` → 城市. */
export function fieldWords(field: string, language: Language): string {
  if (field === 'tags') return language === 'en' ? 'Tags' : '标签'
  const dot = field.indexOf('.')
  const tail = field.slice(dot + 1)
  if (field.startsWith('points.')) return pointsWords(tail, language)
  return field.startsWith('member.') ? attributeWords(tail, language) : tail
}

const MOST_SHOWN = 3

/** Names between the quotation marks of the language; of many the first three. */
export function listWords(names: readonly string[], language: Language): string {
  const quoted = names.slice(0, MOST_SHOWN).map((name) => (language === 'en' ? `“${name}”` : `「${name}」`))
  const rest = names.length - quoted.length
  if (language === 'en') return `${quoted.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return `${quoted.join('、')}${rest > 0 ? `等 ${names.length} 个` : ''}`
}

/** The events of a list, and what is asked of them. */
export function eventsWords(matches: readonly EventMatch[], language: Language): string {
  const named = matches.map(({ event, filter }) => {
    const asked = filter
      ? language === 'en'
        ? ` (${ruleWords(filter, language)})`
        : `（${ruleWords(filter, language)}）`
      : ''
    return `${listWords([eventWords(event, language)], language)}${asked}`
  })
  return named.join(language === 'en' ? ' or ' : '或')
}

/** When: `最近 30 天`, `in the last 30 days`. */
export function windowWords(window: FactWindow, language: Language): string {
  const zh = language === 'zh-CN'
  switch (window.kind) {
    case 'ever':
      return zh ? '曾经' : 'ever'
    case 'last':
      return zh
        ? `最近 ${durationWords(window.duration, language)}`
        : `in the last ${durationWords(window.duration, language)}`
    case 'between':
      return zh ? `${window.from} 至 ${window.to}` : `from ${window.from} to ${window.to}`
    case 'entered':
      return zh ? '进入旅程后' : 'since entering'
    case 'previous':
      return zh ? '上一个节点后' : 'since the node before'
    case 'arrived':
      return zh ? '到达后' : 'since arriving'
  }
}

function leafWords(leaf: FieldLeaf, language: Language): string {
  const words = OPERATOR_WORDS[language][leaf.op]
  const field = fieldWords(leaf.field, language)
  switch (leaf.op) {
    case 'empty':
    case 'not-empty':
      return `${field} ${words}`
    case 'has':
    case 'has-not':
      return language === 'en'
        ? `${words} tag ${listWords([leaf.value], language)}`
        : `${words}标签${listWords([leaf.value], language)}`
    case 'in':
      return `${field} ${words} ${listWords(leaf.value.map(String), language)}`
    case 'between':
      return `${field} ${words} ${leaf.value[0]}–${leaf.value[1]}`
    case 'within-last':
      return language === 'en'
        ? `${field} ${words} ${durationWords(leaf.value, language)}`
        : `${field} ${words} ${durationWords(leaf.value, language)}内`
    default:
      return `${field} ${words} ${leaf.value}`
  }
}

function conditionWords({ events }: Extract<Rule, { events: unknown }>, language: Language): string {
  const { event, filter, atLeast, did, window } = events
  const what = eventsWords([filter ? { event, filter } : { event }], language)
  const when = windowWords(window, language)
  if (language === 'en') {
    const often = atLeast > 1 ? ` ${did ? 'at least' : 'fewer than'} ${atLeast} times` : ''
    if (!did && atLeast === 1) return window.kind === 'ever' ? `never did ${what}` : `did not do ${what} ${when}`
    return `did ${what}${often}${window.kind === 'ever' ? '' : ` ${when}`}`
  }
  if (!did && atLeast === 1) return window.kind === 'ever' ? `从未做过${what}` : `${when}没有做过${what}`
  return `${when}做过${what}${atLeast > 1 ? `${did ? '至少' : '不到'} ${atLeast} 次` : ''}`
}

/** A rule in words: `城市 是 上海，且 积分 大于 100`. */
export function ruleWords(rule: Rule, language: Language, nested = false): string {
  const zh = language === 'zh-CN'
  const bracketed = (words: string) => (zh ? `（${words}）` : `(${words})`)
  if ('not' in rule) return `${zh ? '不满足' : 'not '}${bracketed(ruleWords(rule.not, language))}`
  if ('events' in rule) return conditionWords(rule, language)
  if ('field' in rule) return leafWords(rule, language)
  const every = 'all' in rule
  const parts = every ? rule.all : rule.any
  if (parts.length === 0) return every ? (zh ? '所有人' : 'everybody') : zh ? '没有人' : 'nobody'
  const glue = every ? (zh ? '，且 ' : ' and ') : zh ? '，或 ' : ' or '
  const words = parts.map((part) => ruleWords(part, language, parts.length > 1)).join(glue)
  return nested && parts.length > 1 ? bracketed(words) : words
}

/** A fact as a trace keeps it: `member.tier` and 银卡 → 等级是银卡. */
export function factWords(name: string, value: Json, language: Language): string {
  const zh = language === 'zh-CN'
  if (name.startsWith('tag:')) {
    const tag = listWords([name.slice(4)], language)
    return zh ? `${value === true ? '有' : '没有'}标签${tag}` : `${value === true ? 'has' : 'has not'} tag ${tag}`
  }
  return `${fieldWords(name, language)} ${zh ? '是' : 'is'} ${String(value)}`
}

/** Facts one after another; nothing where there is none. */
export const factsWords = (facts: Readonly<Record<string, Json>>, language: Language): string =>
  Object.entries(facts)
    .map(([name, value]) => factWords(name, value, language))
    .join(language === 'en' ? ', ' : '，')
