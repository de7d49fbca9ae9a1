export { loadBalances } from './balances.ts'
export { grantPoints, loadPoints } from './points.ts'
export {
  keepRefunds,
  loadRefundRules,
  type Reversed,
  reverseRewards,
  rewardedOrders,
  saveRefundRules,
} from './refunds.ts'
export { keepRewards, type OrderOf, refundedBefore } from './rewards.ts'
