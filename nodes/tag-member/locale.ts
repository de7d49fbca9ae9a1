import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '人群打标',
    help: '给会员加上、去掉或替换标签，可设有效期',
    fields: { kind: '操作', tags: '标签', expiresAfter: '有效期' },
    outcomes: { next: '完成' },
    problems: {},
  },
  en: {
    name: 'Tag member',
    help: 'Adds, removes or replaces tags, for a time if you like',
    fields: { kind: 'Action', tags: 'Tags', expiresAfter: 'Valid for' },
    outcomes: { next: 'Done' },
    problems: {},
  },
}
