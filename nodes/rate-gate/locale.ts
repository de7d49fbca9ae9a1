import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '限速',
    help: '每分钟或每小时最多放行若干人，按到达先后排队，间隔均匀',
    fields: { amount: '放行', unit: '每' },
    choices: { unit: { minute: '分钟', hour: '小时' } },
    units: { amount: '人' },
    hints: { amount: '排队中被移出的人，其名额空过，其他人的时间不变' },
    outcomes: { next: '放行' },
    problems: {},
    explain: ({ settings: { amount, unit } }: ExplainedVisit<Settings>) =>
      `按每${unit === 'minute' ? '分钟' : '小时'} ${amount} 人排队，轮到后放行。`,
  },
  en: {
    name: 'Rate gate',
    help: 'Lets so many pass a minute or an hour, evenly spaced, in the order of arrival',
    fields: { amount: 'Let pass', unit: 'Per' },
    choices: { unit: { minute: 'Minute', hour: 'Hour' } },
    units: { amount: 'members' },
    hints: { amount: 'A turn of somebody taken out passes unused; nobody else’s time changes' },
    outcomes: { next: 'Passed' },
    problems: {},
    explain: ({ settings: { amount, unit } }: ExplainedVisit<Settings>) =>
      `Waited for a turn at ${amount} ${unit === 'minute' ? 'a minute' : 'an hour'}, and passed.`,
  },
}
