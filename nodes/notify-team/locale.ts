import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '内部通知',
    help: '会员走到这里时告诉同事：出现在他们的通知里，也可以发邮件',
    fields: { text: '内容', roles: '告诉这些角色', people: '告诉这些同事', mail: '再用邮件账号发一封' },
    choices: {
      roles: { viewer: '查看者', analyst: '分析师', operator: '运营', approver: '审批人', admin: '管理员' },
    },
    hints: {
      text: '变量没有值又没有备用值时显示「—」；一小时内来的会员合成一条',
      roles: '按到达时的角色找人；一个人都没有时告诉管理员',
      mail: '每条通知给每位同事只发一封',
    },
    outcomes: { next: '已通知' },
    problems: { 'variable-unknown': '没有变量「{name}」：变量只能是 member.… 或 event.…' },
    explain: () => '已告诉团队。',
  },
  en: {
    name: 'Notify team',
    help: 'Tells colleagues that a member came here: among their notices, and by e-mail if wanted',
    fields: {
      text: 'Text',
      roles: 'Tell these roles',
      people: 'Tell these colleagues',
      mail: 'Also mail it by account',
    },
    choices: {
      roles: { viewer: 'Viewer', analyst: 'Analyst', operator: 'Operator', approver: 'Approver', admin: 'Admin' },
    },
    hints: {
      text: 'A variable without value and fallback is shown as “—”; members who come within an hour become one notice',
      roles: 'Whoever has the role then; the admins, where nobody does',
      mail: 'One mail a notice to each colleague',
    },
    outcomes: { next: 'Told' },
    problems: { 'variable-unknown': 'There is no variable “{name}”: one is member.… or event.…' },
    explain: () => 'The team was told.',
  },
}
