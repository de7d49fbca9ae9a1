import { listWords } from '../rules/rule.locale.ts'
import type { Language } from '../say.ts'
import { durationWords } from '../time/duration.locale.ts'
import { type MemberSets, setsIn } from './member-sets.ts'
import type { Because } from './node.ts'

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago something was computed: 3 小时前, 3 hours ago. */
export function agoWords(ms: number, language: Language): string {
  const [unit, length] = UNITS.find(([, of]) => ms >= of) ?? ['minute', 60_000]
  const amount = Math.floor(ms / length)
  if (amount === 0) return language === 'en' ? 'just now' : '刚刚'
  const words = durationWords({ amount, unit }, language)
  return language === 'en' ? `${words} ago` : `${words}前`
}

/** Of an answer by computed sets: how old it was, as the end of a sentence. */
function ageWords({ age }: Because, language: Language): string {
  if (age === null) return language === 'en' ? '; a segment was never computed' : '，其中有人群还没有计算过'
  if (typeof age !== 'number') return ''
  return language === 'en' ? `, as computed ${agoWords(age, language)}` : `（${agoWords(age, language)}计算）`
}

/** In which of the sets somebody was, or that it was in none of them: without the full stop. */
export function setsWords(sets: readonly MemberSets[], because: Because, language: Language): string {
  const age = ageWords(because, language)
  const inside = typeof because.in === 'string' ? [because.in] : undefined
  const names = listWords(inside ?? [...new Set(sets.flatMap(setsIn).map((set) => set.key))], language)
  if (language === 'en') return `${inside ? 'Was' : 'Was not'} in ${names}${age}`
  return `${inside ? '在' : '不在'}${names}里${age}`
}
