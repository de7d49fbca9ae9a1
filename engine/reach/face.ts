export { type PlannedMessage, planMessages } from './messages.ts'
export { loadReachability } from './reachability.ts'
