export { planMessages } from './messages.ts'
export { loadReachability } from './reachability.ts'
