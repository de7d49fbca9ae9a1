import { messages } from '../locale/messages.ts'

/** What people may be, by the names of the server. */
export const roleMessages = messages(
  { viewer: '查看者', analyst: '分析师', operator: '运营', approver: '审批人', admin: '管理员' },
  { viewer: 'Viewer', analyst: 'Analyst', operator: 'Operator', approver: 'Approver', admin: 'Admin' },
)

/** What each role adds to the one before it. */
export const roleHelpMessages = messages(
  {
    viewer: '看旅程、数据和报告',
    analyst: '还能看会员、改分群',
    operator: '还能画旅程、发布和处理会员',
    approver: '还能审批',
    admin: '还能管理成员、密钥和节假日',
  },
  {
    viewer: 'Sees journeys, numbers and reports',
    analyst: 'Also sees members and changes segments',
    operator: 'Also draws and publishes journeys, and moves members',
    approver: 'Also approves',
    admin: 'Also manages people, keys and holidays',
  },
)
