export { keepArms, loadArms } from './arms.ts'
export {
  giveBack,
  keepAlert,
  type LockedBudget,
  loadBudgets,
  loadSpent,
  lockBudgets,
  setBudgets,
  writeDraw,
} from './budgets.ts'
export { callable, callableJourneys, takesCalls } from './callable.ts'
export { countArrivals, keepCounting } from './counts.ts'
export { countEnds, forgetEnds } from './ends.ts'
export { takeSlots } from './gates.ts'
export { inTurn } from './in-order.ts'
export { measureArms } from './measure.ts'
export { fillArms } from './quotas.ts'
export { beginTrials, claimTrial, loadWinner, pickArm, type Trial, trialsOf } from './trials.ts'
