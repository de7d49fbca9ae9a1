import { messages } from '../../locale/messages.ts'

/** Words of publishing that takes a second person. */
export const secondPersonMessages = messages(
  {
    needed: '需要第二个人批准才能发布',
    who: '可以批准的人：{names}',
    nobody: '现在没有别人可以批准。请管理员把一位同事设为审批人。',
    note: '说明',
    noteHelp: '写给审批人：这次发布是为了什么。草稿再改动，请求就失效。',
    ask: '请求批准',
    asked: '已请求批准',
    rejected: '上次被 {who} 拒绝',
    overtaken: '上次的请求已失效：之后有改动',
    waiting: '等第二个人批准',
    waitingHelp: '{who} 于 {time} 请求。草稿再改动，请求就失效。',
    withdraw: '撤回请求',
    withdrawn: '已撤回请求',
    open: '去审批页',
    join: '、',
  },
  {
    needed: 'A second person has to approve this',
    who: 'Who may approve: {names}',
    nobody: 'Nobody else may approve yet. Ask an admin to make a colleague an approver.',
    note: 'Note',
    noteHelp: 'For the approver: what this is for. Changing the draft overtakes the request.',
    ask: 'Ask for approval',
    asked: 'Approval is asked for',
    rejected: '{who} rejected it last time',
    overtaken: 'The last request was overtaken by a change',
    waiting: 'Waiting for a second person',
    waitingHelp: '{who} asked {time}. Changing the draft overtakes the request.',
    withdraw: 'Withdraw the request',
    withdrawn: 'The request is withdrawn',
    open: 'Open the request',
    join: ', ',
  },
)
