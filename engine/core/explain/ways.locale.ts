import type { SPECIAL_EDGES } from '../edges.ts'
import { UNSUBSCRIBED } from '../journey/exits.ts'
import type { Because } from '../journey/node.ts'
import { eventWords } from '../journey/own-events.locale.ts'
import type { Language } from '../say.ts'

/** A way out of a node that nobody drew. */
export type UndrawnWay = Exclude<
  keyof typeof SPECIAL_EDGES,
  'enter' | 'moved-in' | 'pushed-in' | 'failed' | 'holdout' | 'reversed' | 'reversed-in' | 'reversed-done'
>

/** What each is called, and what is said of somebody who left by it. */
const WAYS: Readonly<Record<Language, Readonly<Record<UndrawnWay, readonly [name: string, told: string]>>>> = {
  'zh-CN': {
    exit: ['按退出规则离开', '按退出规则离开旅程。'],
    goal: ['达标离开', '达成目标，按设置离开旅程。'],
    stopped: ['旅程停止', '旅程被停止，在这里离开。'],
    'moved-out': ['移到新版本', '移到旅程的另一个版本。'],
    'pulled-out': ['被拉出', '在这里被人拉出旅程。'],
    'pushed-out': ['被推进', '在这里被人推进，不再等待。'],
    merged: ['会员合并', '会员被合并到另一位会员。'],
    erased: ['会员清除', '会员的资料已清除。'],
  },
  en: {
    exit: ['Left by an exit rule', 'Left by the exit rules.'],
    goal: ['Left at its goal', 'Reached a goal that is set to leave the journey.'],
    stopped: ['Journey stopped', 'Left here as the journey was stopped.'],
    'moved-out': ['Moved to another version', 'Moved to another version of the journey.'],
    'pulled-out': ['Pulled out', 'Was pulled out of the journey here, by hand.'],
    'pushed-out': ['Pushed on', 'Was pushed on from here by hand, without waiting further.'],
    merged: ['Merged', 'The member was merged into another.'],
    erased: ['Erased', 'The member was erased.'],
  },
}

export const isUndrawn = (outcome: string): outcome is UndrawnWay => Object.hasOwn(WAYS.en, outcome)

export const wayName = (way: UndrawnWay, language: Language): string => WAYS[language][way][0]

/** Ways by which a newer version of the journey leads somebody on. */
const SENT: ReadonlySet<UndrawnWay> = new Set(['moved-out', 'pulled-out', 'stopped'])

/** Why a member left by a way that nobody drew. */
export function wayWords(way: UndrawnWay, because: Because, language: Language): string {
  const zh = language === 'zh-CN'
  const { version, name } = because
  if (SENT.has(way) && typeof version === 'number') {
    if (way === 'moved-out')
      return zh
        ? `发布第 ${version} 版时，移到新版本的「${name}」。`
        : `Moved to “${name}” of version ${version} when it was published.`
    return zh
      ? `发布第 ${version} 版时，按选择离开旅程。`
      : `Taken out when version ${version} was published, as was chosen.`
  }
  if (way === 'goal' && typeof because.name === 'string')
    return zh
      ? `达成目标「${because.name}」，按设置离开旅程。`
      : `Reached the goal “${because.name}”, which is set to leave the journey.`
  if (way !== 'exit') return WAYS[language][way][1]
  if (because.rule === true) return zh ? '会员符合退出条件，离开旅程。' : 'Met the condition of the exit rules.'
  if (because.name === UNSUBSCRIBED)
    return zh
      ? '会员退订了所有渠道，按退出规则离开旅程。'
      : 'Unsubscribed from all channels, which the exit rules take out.'
  if (typeof because.name !== 'string') return WAYS[language][way][1]
  const event = eventWords(because.name, language)
  return zh ? `会员做了「${event}」，按退出规则离开旅程。` : `Did “${event}”, which the exit rules take out.`
}
