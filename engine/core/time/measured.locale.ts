import type { Language } from '../say.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Largest first. `zh` stands beside another unit, `zhAlone` by itself. */
const STEPS = [
  { ms: DAY, zh: '天', zhAlone: '天', en: 'd' },
  { ms: HOUR, zh: '时', zhAlone: '小时', en: 'h' },
  { ms: MINUTE, zh: '分', zhAlone: '分钟', en: 'min' },
  { ms: SECOND, zh: '秒', zhAlone: '秒', en: 's' },
] as const

/** A length that was measured, in milliseconds, by its two largest units: 1 天 7 时, 1 d 7 h; 1.2 秒; 即时 under a tenth. */
export function measuredDuration(ms: number, language: Language): string {
  const chinese = language === 'zh-CN'
  if (ms < 100) return chinese ? '即时' : 'at once'
  if (ms < 9_950) return `${Math.round(ms / 100) / 10} ${chinese ? '秒' : 's'}`
  const finest = ms < HOUR ? SECOND : ms < DAY ? MINUTE : HOUR
  let left = Math.round(ms / finest) * finest
  const parts: string[] = []
  for (const step of STEPS) {
    const amount = Math.floor(left / step.ms)
    left -= amount * step.ms
    if (amount > 0) parts.push(`${amount} ${chinese ? step.zh : step.en}`)
  }
  return parts.slice(0, 2).join(' ')
}

/** How far an instant is from now, by its largest unit: 2 秒前, 12 min ago; 12 分钟后, in 12 min. `ms` is positive in the future. */
export function distance(ms: number, language: Language): string {
  const chinese = language === 'zh-CN'
  const step = STEPS.find((each) => Math.abs(ms) >= each.ms)
  if (!step) return chinese ? '刚刚' : 'just now'
  const amount = Math.floor(Math.abs(ms) / step.ms)
  if (chinese) return `${amount} ${step.zhAlone}${ms < 0 ? '前' : '后'}`
  return ms < 0 ? `${amount} ${step.en} ago` : `in ${amount} ${step.en}`
}
