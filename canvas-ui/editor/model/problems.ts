import { compile } from '../../../engine/core/journey/compile.ts'
import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import type { Reference } from '../../../engine/core/journey/node.ts'
import { problemText } from '../../../engine/core/journey/problems.locale.ts'
import type { Problem } from '../../../engine/core/journey/problems.ts'
import { registry } from '../../../nodes/definitions.ts'
import { outcomeFaceName } from '../../canvas/face.ts'
import type { Faults } from '../../canvas/use-flow.ts'
import type { Language } from '../../locale/language.ts'

/** What the workspace knows, as far as publishing depends on it. */
export interface Workspace {
  /** IANA name, for journeys that name none. */
  readonly zone: string
  readonly exists: (reference: Reference) => boolean
}

/** The same problems as the server's: errors first, then warnings, each in the order of the nodes. */
export function problemsOf(document: JourneyDocument, workspace: Workspace): Problem[] {
  const { problems } = compile(document, registry, workspace)
  return [...problems.filter((p) => p.severity === 'error'), ...problems.filter((p) => p.severity === 'warning')]
}

/** How many problems each node has. */
export function faultsOf(problems: readonly Problem[]): Map<string, Faults> {
  const faults = new Map<string, Faults>()
  for (const { node, severity } of problems) {
    if (node === undefined) continue
    const { errors, warnings } = faults.get(node) ?? { errors: 0, warnings: 0 }
    faults.set(node, severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 })
  }
  return faults
}

/** A problem in the reader's words, outcomes by their names on the card. */
export function sentenceOf(problem: Problem, document: JourneyDocument, language: Language): string {
  const node = document.nodes.find((each) => each.id === problem.node)
  const { outcome } = problem.params
  if (!node || typeof outcome !== 'string') return problemText(problem, language)
  const name = outcomeFaceName(node, outcome, language)
  return problemText({ ...problem, params: { ...problem.params, outcome: name } }, language)
}
