import { outcomeWords } from '../../../../engine/core/explain/step.locale.ts'
import type { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { locales } from '../../../../nodes/locales.ts'
import type { Language } from '../../../locale/language.ts'

/** A passage as a test names it, in parts: no outcome where somebody waits there, or failed. */
export interface NamedPassage {
  readonly node: string
  readonly outcome: string | undefined
  readonly failed: boolean
}

/** Reads `node.outcome`, `node` and `node!reason`; ids of nodes hold neither a dot nor a mark. */
export function readPassage(name: string): NamedPassage {
  const [, node = name, mark, rest] = /^([^.!]+)([.!])(.*)$/s.exec(name) ?? []
  return { node, outcome: mark === '.' ? rest : undefined, failed: mark === '!' }
}

/** What a node is called; its id where it is not drawn any more. */
export const nodeName = ({ nodes }: JourneyDocument, id: string): string =>
  nodes.find((node) => node.id === id)?.name ?? id

/** What an outcome of a node is called, drawn or not. */
export function outcomeName({ nodes }: JourneyDocument, id: string, outcome: string, language: Language): string {
  const node = nodes.find((one) => one.id === id)
  return outcomeWords({ settings: node?.settings ?? {}, texts: node && locales.get(node.type) }, outcome, language)
}
