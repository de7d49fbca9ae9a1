interface Reaching {
  readonly entered: number
  readonly reached: number
}

/** Who reached a goal; `over`: of those whose time for it is over. */
interface Goal extends Reaching {
  readonly over: Reaching
}

/** Of those whose time for it is over: the others may reach it yet. */
export const shareOf = ({ over }: Pick<Goal, 'over'>): number | undefined =>
  over.entered === 0 ? undefined : over.reached / over.entered

export const missedBy = ({ over }: Pick<Goal, 'over'>): number => over.entered - over.reached

/** Those who have not reached it and may yet. */
export const openOf = (goal: Goal): number => goal.entered - goal.reached - missedBy(goal)
