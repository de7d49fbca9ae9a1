import type { NodeLocale } from '../../../nodes/locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '徽章',
    help: '给还没有徽章的会员别上徽章',
    fields: { badge: '徽章' },
    outcomes: { pinned: '已别上', had: '已有' },
    problems: {},
    explain: ({ outcome }) => (outcome === 'had' ? '已经有徽章。' : '别上了徽章。'),
  },
  en: {
    name: 'Badge',
    help: 'Pins a badge on members who have none',
    fields: { badge: 'Badge' },
    outcomes: { pinned: 'Pinned', had: 'Has it' },
    problems: {},
    explain: ({ outcome }) => (outcome === 'had' ? 'Had a badge already.' : 'The badge was pinned on.'),
  },
}
