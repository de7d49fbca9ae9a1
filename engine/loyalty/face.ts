export { loadBalances } from './balances.ts'
export { grantPoints, loadPoints } from './points.ts'
