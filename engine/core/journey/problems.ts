import type { Json } from '../json.ts'

/** Numbered diagnostics of the compiler. Numbers are never reused; the texts stand in `problems.locale.ts`. */
export const PROBLEMS = {
  'document-invalid': { number: 1001, severity: 'error' },
  'document-too-new': { number: 1002, severity: 'error' },
  'node-id-repeated': { number: 1003, severity: 'error' },
  'node-type-unknown': { number: 1004, severity: 'error' },
  'node-version-unknown': { number: 1005, severity: 'error' },
  'settings-invalid': { number: 1006, severity: 'error' },
  'edge-node-missing': { number: 1007, severity: 'error' },
  'edge-outcome-unknown': { number: 1008, severity: 'error' },
  'edge-repeated': { number: 1009, severity: 'error' },
  'edge-into-trigger': { number: 1010, severity: 'error' },
  'trigger-missing': { number: 1011, severity: 'error' },
  'outcome-undrawn': { number: 1012, severity: 'error' },
  'cycle-without-wait': { number: 1013, severity: 'error' },
  'too-many-branches': { number: 1014, severity: 'error' },
  'reference-missing': { number: 1015, severity: 'error' },
  'node-settings': { number: 1016, severity: 'error' },
  'node-unreachable': { number: 1017, severity: 'warning' },
  'reversed-without-order': { number: 1018, severity: 'error' },
  'reentry-never-again': { number: 1019, severity: 'warning' },
  'budget-unused': { number: 1060, severity: 'warning' },
  'over-budget-never': { number: 1061, severity: 'warning' },
  'journey-takes-no-calls': { number: 1070, severity: 'warning' },
  'move-target-missing': { number: 1080, severity: 'error' },
  'move-target-unknown': { number: 1081, severity: 'error' },
  'path-test-failed': { number: 1040, severity: 'error' },
} as const satisfies Record<string, { number: number; severity: Severity }>

export type Severity = 'error' | 'warning'
export type ProblemCode = keyof typeof PROBLEMS

export interface Problem {
  /** `WM1012`: stable, documented. */
  readonly number: string
  readonly code: ProblemCode
  readonly severity: Severity
  /** The node's id, where one node is at fault. */
  readonly node?: string
  /** Path into the document or the node's settings, dotted. */
  readonly field?: string
  readonly params: Readonly<Record<string, Json>>
}

/** Makes a problem with its number and severity; `severity` overrides the table's. */
export function problem(
  code: ProblemCode,
  at: { node?: string; field?: string; severity?: Severity } = {},
  params: Record<string, Json> = {},
): Problem {
  const { number, severity } = PROBLEMS[code]
  return { number: `WM${number}`, code, severity, params, ...at }
}
