import type { EventMatch } from '../rules/rule.ts'
import type { ExplainedNode, Wording } from './facts.ts'
import { failureWords } from './failures.locale.ts'
import { outcomeWords } from './step.locale.ts'
import { wakesWords } from './wakes.locale.ts'
import { isUndrawn, wayName } from './ways.locale.ts'

/** Somebody at a node, or who was there. */
export interface AtNode {
  readonly node: Pick<ExplainedNode, 'settings' | 'texts'>
  readonly wakesAt: number | null
  /** By quiet hours, from being sent a message. */
  readonly held: boolean
  readonly listens: readonly EventMatch[]
  /** Of those who failed. */
  readonly reason: string | null
  /** Of those who left. */
  readonly outcome: string | null
}

/** What keeps somebody at a node: when it goes on and by what, or why it failed; of those who left by which way. */
export function atNodeWords(state: 'waiting' | 'failed' | 'left', person: AtNode, wording: Wording): string {
  const { language } = wording
  const zh = language === 'zh-CN'
  if (state === 'waiting') return wakesWords(person, wording)
  const { node, reason, outcome } = person
  if (state === 'failed') {
    const { why, mend } = failureWords(reason ?? undefined, language)
    return zh ? `${why}。${mend}` : `${why[0]?.toUpperCase()}${why.slice(1)}. ${mend}`
  }
  if (outcome === null) return ''
  if (isUndrawn(outcome)) return wayName(outcome, language)
  const name = outcomeWords(node, outcome, language)
  return zh ? `走「${name}」` : `By “${name}”`
}
