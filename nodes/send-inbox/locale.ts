import { unsentWords } from '../../engine/core/journey/reasons.locale.ts'
import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '站内信',
    help: '发到会员的收件箱；拒收的会员走「未发出」',
    fields: { purpose: '用途', title: '标题', body: '正文' },
    choices: { purpose: { marketing: '营销', service: '服务', transactional: '交易' } },
    outcomes: { sent: '已发出', blocked: '未发出', failed: '失败' },
    problems: { 'variable-unknown': '没有变量「{name}」：变量只能是 member.… 或 event.…' },
    explain: (visit) => unsentWords(visit, 'zh-CN') ?? '已放进会员的收件箱。',
  },
  en: {
    name: 'Inbox message',
    help: 'Puts a message into the member’s inbox; those who opted out are blocked',
    fields: { purpose: 'Purpose', title: 'Title', body: 'Text' },
    choices: { purpose: { marketing: 'Marketing', service: 'Service', transactional: 'Transaction' } },
    outcomes: { sent: 'Sent', blocked: 'Blocked', failed: 'Failed' },
    problems: { 'variable-unknown': 'There is no variable “{name}”: one is member.… or event.…' },
    explain: (visit) => unsentWords(visit, 'en') ?? 'Put into the member’s inbox.',
  },
}
