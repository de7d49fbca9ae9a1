import { messages } from '../locale/messages.ts'

export const noticeMessages = messages(
  {
    title: '通知',
    failed: '通知没有加载出来',
    empty: '还没有通知。旅程里的「内部通知」节点告诉你的事会出现在这里',
    readAll: '全部标为已读',
    read: '标为已读',
    unread: '未读',
    toJourney: '查看旅程',
    toMember: '查看会员',
    more: '更早的通知',
  },
  {
    title: 'Notices',
    failed: 'The notices could not be loaded',
    empty: 'No notices yet. What journeys tell you by a node “Notify team” comes here',
    readAll: 'Mark all as read',
    read: 'Mark as read',
    unread: 'Unread',
    toJourney: 'See the journey',
    toMember: 'See the member',
    more: 'Earlier notices',
  },
)
