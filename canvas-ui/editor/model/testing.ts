import fc from 'fast-check'
import { type JourneyDocument, JourneySettings } from '../../../engine/core/journey/document.ts'
import { registry } from '../../../nodes/definitions.ts'
import { linkId } from '../../canvas/graph.ts'
import { outcomesOf } from '../../canvas/outcomes.ts'
import { NOTHING } from '../../canvas/selection.ts'
import { ALIGNMENTS, align, distribute, layOut } from './arrange.ts'
import { clipOf, paste, renewed } from './clipboard.ts'
import * as edits from './edits.ts'

export const EMPTY: JourneyDocument = {
  schema: 1,
  key: 'test',
  name: 'Test',
  settings: JourneySettings.parse({}),
  nodes: [],
  edges: [],
}

const types = [...registry.keys()]
const at = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) })
/** Picks by number, so that what is picked depends on the document at hand. */
const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)]

/** An edit by a name and numbers: what it touches is found in the document it is given. */
export const anyEdit: fc.Arbitrary<edits.Edit> = fc
  .record({ kind: fc.nat(14), a: fc.nat(1000), b: fc.nat(1000), id: fc.uuid(), at, type: fc.constantFrom(...types) })
  .map(
    ({ kind, a, b, id, at, type }): edits.Edit =>
      (document) => {
        const node = edits.newNode(`n-${id.slice(0, 8)}`, type, type, at)
        const first = pick(document.nodes, a)
        const second = pick(document.nodes, b)
        const edge = pick(document.edges, a)
        const chosen = { nodes: [first?.id ?? '', second?.id ?? ''], edges: edge ? [linkId(edge)] : [], notes: [] }
        const outcome = first && pick(outcomesOf(first, []), b)
        const exit = first && outcome !== undefined ? { from: first.id, outcome } : undefined
        const clip = renewed(clipOf(document, chosen), at, () => `p-${id.slice(0, 8)}-${a}-${nextId++}`)
        const all: edits.Edit[] = [
          edits.addNode(node),
          exit ? edits.addAfter(node, exit) : edits.addNode(node),
          exit ? edits.leadTo(node, exit) : edits.addNode(node),
          edge ? edits.splitEdge(node, edge, b % 2 === 0) : edits.addNode(node),
          exit && second ? edits.connect(exit, second.id) : edits.addNode(node),
          edits.move(new Map([[first?.id ?? '', at]])),
          edits.changeNode(first?.id ?? '', { name: `name ${a}` }),
          edits.changeNode(first?.id ?? '', { settings: node.settings }),
          edits.remove(chosen),
          edits.remove({ ...NOTHING, edges: chosen.edges }),
          edits.addNote(`note-${id.slice(0, 8)}`, 'words', at),
          align(chosen.nodes, pick(ALIGNMENTS, a) ?? 'left'),
          distribute(
            document.nodes.map((each) => each.id),
            a % 2 === 0 ? 'x' : 'y',
          ),
          layOut(),
          paste(clip),
        ]
        return (all[kind] ?? edits.addNode(node))(document)
      },
  )

let nextId = 0
