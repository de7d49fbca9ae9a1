import { z } from 'zod'
import { pickShare, stickyChance } from '../chance.ts'
import { fieldHints } from '../field-hint.ts'
import { branchFields } from './branches.ts'

/** An arm that members are drawn into by its share. */
export const Share = z.strictObject({
  ...branchFields,
  percent: z
    .number()
    .min(0)
    .max(100)
    .register(fieldHints, { hint: { beside: true } }),
})
type Share = z.infer<typeof Share>

/** With another one members are drawn anew. */
export const Salt = z
  .string()
  .max(40)
  .register(fieldHints, { hint: { advanced: true } })
  .default('')

/** The arm that chance gives a member, always the same one by the same key; undefined where there is none. */
export const drawArm = <A extends Share>(arms: readonly A[], salt: string, chanceKey: string): A | undefined => {
  const shares = arms.map(({ percent }) => percent)
  return arms[pickShare(stickyChance(`${chanceKey}/${salt}`), shares)]
}

/** Whether shares are the whole, but for what adding fractions loses. */
export const isWhole = (arms: readonly Share[]): boolean =>
  Math.abs(arms.reduce((sum, { percent }) => sum + percent, 0) - 100) <= 1e-9
