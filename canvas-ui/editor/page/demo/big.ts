import { type JourneyDocument, JourneySettings } from '../../../../engine/core/journey/document.ts'
import { newNode } from '../../model/edits.ts'

const TYPES = ['wait', 'attribute-check', 'send-inbox', 'grant-points', 'attribute-check'] as const
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  wait: ['done'],
  'attribute-check': ['yes', 'no'],
  'send-inbox': ['sent', 'blocked'],
  'grant-points': ['granted'],
}

/** As many nodes as a journey may have, each leading to one or two of the next few. */
export function bigJourney(count: number): JourneyDocument {
  const nodes = Array.from({ length: count }, (_, i) => {
    const type = i === 0 ? 'trigger-event' : (TYPES[i % TYPES.length] ?? 'wait')
    return newNode(`n${i}`, type, `${type} ${i}`, { x: 0, y: 0 })
  }).map(({ position: _, ...node }) => node)
  const edges = nodes.flatMap(({ id, type }, i) =>
    (OUTCOMES[type] ?? ['next']).flatMap((outcome, row) => {
      const to = nodes[i + 8 + row * 3 - (i % 3)] ?? nodes[i + 1 + row]
      return to ? [{ from: id, outcome, to: to.id }] : []
    }),
  )
  return { schema: 1, key: 'big', name: 'Big', settings: JourneySettings.parse({}), nodes, edges }
}
