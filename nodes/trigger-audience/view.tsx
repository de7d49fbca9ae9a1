import { Users } from 'lucide-react'
import { defineView, type Words } from '../view.ts'
import type { Settings } from './node.ts'

const WEEKDAYS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  MO: ['一', 'Mon'],
  TU: ['二', 'Tue'],
  WE: ['三', 'Wed'],
  TH: ['四', 'Thu'],
  FR: ['五', 'Fri'],
  SA: ['六', 'Sat'],
  SU: ['日', 'Sun'],
}

type Recurring = Extract<Settings['firing'], { kind: 'recurring' }>

const WHICH: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  first: ['第一个', 'first'],
  second: ['第二个', 'second'],
  third: ['第三个', 'third'],
  fourth: ['第四个', 'fourth'],
  last: ['最后一个', 'last'],
}

/** How often, without the time of day. */
function often(rule: Recurring['rule'], { say, list }: Words): string {
  const named = (names: typeof WEEKDAYS, key: string) => names[key] ?? [key, key]
  const every = (n: number, zh: string, en: string, one: string) =>
    say(`每 ${n} ${zh}`, n > 1 ? `every ${n} ${en}` : one)
  switch (rule.every) {
    case 'hour':
      return every(rule.interval, '小时', 'hours', 'hourly')
    case 'day':
      return rule.interval > 1 ? every(rule.interval, '天', 'days', '') : say('每天', 'daily')
    case 'workday':
      return say('每个工作日', 'every workday')
    case 'week': {
      const days = rule.weekdays.map((day) => named(WEEKDAYS, day))
      const zh = `周${days.map(([name]) => name).join('、')}`
      const en = list(days.map(([, name]) => name))
      return rule.interval > 1
        ? say(`每 ${rule.interval} 周的${zh}`, `every ${rule.interval} weeks, ${en}`)
        : say(`每${zh}`, en)
    }
    case 'month': {
      const days = list(
        rule.days.map((day) => (day === -1 ? say('最后一天', 'last day') : say(`${day} 日`, `day ${day}`))),
      )
      const months = rule.interval > 1 ? every(rule.interval, '个月', 'months,', '') : say('每月', 'monthly,')
      return `${months} ${days}`
    }
    case 'month-weekday': {
      const [[whichZh, whichEn], [dayZh, dayEn]] = [named(WHICH, rule.which), named(WEEKDAYS, rule.weekday)]
      const months = rule.interval > 1 ? every(rule.interval, '个月', 'months,', '') : say('每月', 'monthly,')
      return say(`${months}${whichZh}周${dayZh}`, `${months} ${whichEn} ${dayEn}`)
    }
    case 'month-workday':
      return rule.place === 'first'
        ? say('每月首个工作日', 'first workday of each month')
        : say('每月最后一个工作日', 'last workday of each month')
    case 'year':
      return say(`每年 ${rule.month} 月 ${rule.day} 日`, `yearly, ${rule.day}/${rule.month}`)
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function when({ rule, time }: Recurring, words: Words): string {
  const text = `${often(rule, words)} ${time}`
  return capital(rule.every === 'hour' ? `${text}–${rule.last}` : text)
}

export const view = defineView<Settings>({
  icon: Users,
  summary: ({ include, groups = [], firing }, words) => {
    const who = words.list([...include, ...groups])
    if (firing.kind === 'now') return words.say(`${who} · 发布时进入`, `${who}, when published`)
    return `${who} · ${firing.kind === 'at' ? words.moment(firing.local) : when(firing, words)}`
  },
})
