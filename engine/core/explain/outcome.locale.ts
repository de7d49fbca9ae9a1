import type { Language } from '../say.ts'
import type { ExplainedNode } from './facts.ts'

/** An outcome that every node can be given by its setting for errors. */
const FAILED: Readonly<Record<Language, string>> = { 'zh-CN': '失败', en: 'Failed' }

/** What an outcome that can be drawn is called: as the settings name it, which may be half written, else as the type does. */
export function drawnWords(
  { settings, texts }: Pick<ExplainedNode, 'settings' | 'texts'>,
  outcome: string,
  language: Language,
): string | undefined {
  const said = named() ?? texts?.[language].outcomes[outcome]
  return said ?? (outcome === 'failed' ? FAILED[language] : undefined)

  function named() {
    try {
      return texts?.outcome?.(outcome, settings) || undefined
    } catch {
      return undefined
    }
  }
}
