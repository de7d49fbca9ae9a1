import { unsentWords } from '../../engine/core/journey/reasons.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '邮件',
    help: '给会员发邮件，等发出后再往下走；没有地址或未授权的会员走「未发出」',
    fields: { purpose: '用途', account: '发信账号', subject: '主题', text: '纯文本正文', html: 'HTML 正文' },
    choices: { purpose: { marketing: '营销', service: '服务', transactional: '交易' } },
    hints: { html: '没有时只发纯文本' },
    outcomes: { sent: '已发出', blocked: '未发出', failed: '失败' },
    problems: { 'variable-unknown': '没有变量「{name}」：变量只能是 member.… 或 event.…' },
    explain: (visit: ExplainedVisit<Settings>) =>
      unsentWords(visit, 'zh-CN') ?? `邮件由账号「${visit.settings.account}」发出。`,
  },
  en: {
    name: 'E-mail',
    help: 'Sends an e-mail and goes on once it went; those without an address or consent are blocked',
    fields: { purpose: 'Purpose', account: 'Account', subject: 'Subject', text: 'Plain text', html: 'HTML text' },
    choices: { purpose: { marketing: 'Marketing', service: 'Service', transactional: 'Transaction' } },
    hints: { html: 'Without it the plain text goes alone' },
    outcomes: { sent: 'Sent', blocked: 'Blocked', failed: 'Failed' },
    problems: { 'variable-unknown': 'There is no variable “{name}”: one is member.… or event.…' },
    explain: (visit: ExplainedVisit<Settings>) =>
      unsentWords(visit, 'en') ?? `The e-mail went out by account “${visit.settings.account}”.`,
  },
}
