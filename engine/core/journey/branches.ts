import { z } from 'zod'
import { BranchId } from './document.ts'

/** What every branch of a node that splits has, whatever it is taken by. */
export const branchFields = { id: BranchId, name: z.string().trim().min(1).max(80) }

interface Branch {
  readonly id: string
  readonly name: string
}

export const branchOutcome = ({ id }: Pick<Branch, 'id'>): string => `branch:${id}`

/** The ways out: a branch each, in their order, and the one for those whom none takes. */
export const branchOutcomes = (branches: readonly Branch[]): string[] => [...branches.map(branchOutcome), 'else']

/** Which of the branches an outcome is of, from 0; -1 where it is of none. */
export const branchIndex = (branches: readonly Branch[], outcome: string): number =>
  branches.findIndex((branch) => branchOutcome(branch) === outcome)

/** The name of the branch that an outcome is of. */
export const branchName = (outcome: string, { branches }: { readonly branches: readonly Branch[] }) =>
  branches[branchIndex(branches, outcome)]?.name

/** Whether two of these have one id. */
export const repeatsId = (all: readonly Pick<Branch, 'id'>[]): boolean =>
  new Set(all.map(({ id }) => id)).size < all.length
