import type { Because } from '../journey/node.ts'
import type { Language } from '../say.ts'
import type { ExplainedNode } from './facts.ts'
import { isUndrawn, wayName, wayWords } from './ways.locale.ts'

/** An outcome that every node can be given by its setting for errors. */
const FAILED: Readonly<Record<Language, string>> = { 'zh-CN': '失败', en: 'Failed' }

type Said = Pick<ExplainedNode, 'settings' | 'texts'>

/** What an outcome of a node is called; one without a name by what it is. Settings may be half written. */
export function outcomeWords({ settings, texts }: Said, outcome: string, language: Language): string {
  const own = ownName({ settings, texts }, outcome) ?? texts?.[language].outcomes[outcome]
  if (own !== undefined) return own
  if (isUndrawn(outcome)) return wayName(outcome, language)
  return outcome === 'failed' ? FAILED[language] : outcome
}

function ownName({ settings, texts }: Said, outcome: string): string | undefined {
  try {
    return texts?.outcome?.(outcome, settings) || undefined
  } catch {
    return undefined
  }
}

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
