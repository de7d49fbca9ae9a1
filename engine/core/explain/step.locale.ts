import type { Because } from '../journey/node.ts'
import type { Language } from '../say.ts'
import type { ExplainedNode } from './facts.ts'
import { drawnWords } from './outcome.locale.ts'
import { isUndrawn, wayName, wayWords } from './ways.locale.ts'

type Said = Pick<ExplainedNode, 'settings' | 'texts'>

/** What a way out of a node is called, drawn or not; one without a name by what it is. */
export const outcomeWords = (node: Said, outcome: string, language: Language): string =>
  drawnWords(node, outcome, language) ?? (isUndrawn(outcome) ? wayName(outcome, language) : outcome)

/** Why a member left a node as it did: what the node's folder says of the facts that decided. */
export function stepWords(
  node: Said,
  { outcome, because = {} }: { readonly outcome: string; readonly because?: Because | undefined },
  language: Language,
): string {
  if (isUndrawn(outcome)) return wayWords(outcome, because, language)
  const name = outcomeWords(node, outcome, language)
  // The node decided nothing: what it says of its outcome would not be true.
  if (because.error !== undefined)
    return language === 'zh-CN'
      ? `节点没能执行，按它对出错的设置走「${name}」。`
      : `The node could not do its work, and left by “${name}”, as it is set to.`
  return (
    node.texts?.[language].explain({ outcome, because, settings: node.settings }) ??
    (language === 'zh-CN' ? `走「${name}」离开。` : `Left by “${name}”.`)
  )
}
