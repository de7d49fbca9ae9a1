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

function when({ rule, time }: Recurring, { say, list }: Words): string {
  const n = rule.interval
  if (rule.every === 'day')
    return say(n > 1 ? `每 ${n} 天 ${time}` : `每天 ${time}`, n > 1 ? `Every ${n} days ${time}` : `Daily at ${time}`)
  if (rule.every === 'week') {
    const days = rule.weekdays.map((day) => WEEKDAYS[day] ?? [day, day])
    const zh = `周${days.map(([name]) => name).join('、')} ${time}`
    const en = `${list(days.map(([, name]) => name))} ${time}`
    return say(n > 1 ? `每 ${n} 周的${zh}` : `每${zh}`, n > 1 ? `Every ${n} weeks, ${en}` : en)
  }
  const days = rule.days.map((day) => (day === -1 ? say('最后一天', 'last day') : say(`${day} 日`, `day ${day}`)))
  return say(
    n > 1 ? `每 ${n} 个月 ${list(days)} ${time}` : `每月 ${list(days)} ${time}`,
    `${n > 1 ? `Every ${n} months` : 'Monthly'}, ${list(days)} ${time}`,
  )
}

export const view = defineView<Settings>({
  icon: Users,
  summary: ({ include, groups = [], firing }, words) => {
    const who = words.list([...include, ...groups])
    if (firing.kind === 'now') return words.say(`${who} · 发布时进入`, `${who}, when published`)
    return `${who} · ${firing.kind === 'at' ? words.moment(firing.local) : when(firing, words)}`
  },
})
