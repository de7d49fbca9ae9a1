import type { BudgetKind } from './budgets/budgets.ts'
import type { Role } from './roles.ts'

/**
 * What the team is told, by code, with what its sentences are made of. Whoever has something to tell adds its code here, and its
 * words in `notices.locale.ts`.
 */
export interface NoticeParams {
  /** Members came to a node that tells of it; `text` is the operator's, filled in for the first of them. */
  'node-passed': { readonly text: string }
  /** A budget of the journey has come to `percent` of `most`, as it is set. */
  'budget-nearly-spent': { readonly of: BudgetKind; readonly most: number; readonly percent: number }
  /** Somebody asks for a second person to publish the journey. */
  'approval-asked': { readonly by: string; readonly note: string }
  'approval-approved': { readonly by: string; readonly version: number }
  /** `answer`: why. */
  'approval-rejected': { readonly by: string; readonly answer: string }
}
export type NoticeCode = keyof NoticeParams

/** One of the codes with its own parameters. */
export type NoticeContent = { [C in NoticeCode]: { readonly code: C; readonly params: NoticeParams[C] } }[NoticeCode]

/** Whom a notice is for: everybody who has one of the roles, and people by their ids. */
export interface NoticeReaders {
  readonly roles?: readonly Role[]
  readonly people?: readonly string[]
}
