import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { type Face, faceOf } from '../canvas/face.ts'
import { inWalkingOrder } from '../canvas/order.ts'
import type { Language } from '../locale/language.ts'

export interface FoundNode {
  readonly id: string
  readonly face: Face
}

/** Nodes whose name, kind, settings or outcomes hold the words, in walking order. */
export function searchNodes(document: JourneyDocument, search: string, language: Language): FoundNode[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return inWalkingOrder(document).flatMap((node) => {
    const face = faceOf(node, [], language)
    const text = [face.name, face.kind, face.summary, node.id, ...face.outcomes.map(({ name }) => name)]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word)) ? [{ id: node.id, face }] : []
  })
}
