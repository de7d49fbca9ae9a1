export { listAccounts, saveAccount } from './accounts.ts'
export { ServiceHeaders, ServicePace, ServiceSettings } from './channels/service/account.ts'
export { deleteConnection, listConnections, lockConnection, saveConnection } from './connections.ts'
export { type ConsentChange, loadConsents, setConsents } from './consents.ts'
export { messageHistory } from './history.ts'
export { accountOf, keepAnswers, messageStates, planMessages, recentMessages, withdrawMessages } from './messages.ts'
export {
  moveNoticeMails,
  nextNoticeMail,
  outboundNotices,
  takeNoticeMails,
} from './notice-mail.ts'
export {
  type ListedNotice,
  listNotices,
  readNotices,
  tellOfVisits,
  tellTeam,
  unreadNotices,
} from './notices.ts'
export {
  consumePokes,
  dueMessages,
  guardMessages,
  type MessageMove,
  moveMessages,
  nextMessage,
  type OutboundMessage,
  type OutboxMessage,
  outboundOf,
  takeMessages,
  takeSends,
} from './outbox.ts'
export type { DeliveryOutcome } from './outcome.ts'
export { loadReachability } from './reachability.ts'
export { openSenders, passwordVariable, type Senders, type SendMessage } from './senders.ts'
export { loadSendingRules, saveSendingRules } from './sending-rules.ts'
export { orderTestCall } from './test-call.ts'
