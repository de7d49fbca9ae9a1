import { listWords } from '../../engine/core/rules/rule.locale.ts'
import { durationWords } from '../../engine/core/time/duration.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '人群打标',
    help: '给会员加上、去掉或替换标签，可设有效期',
    fields: { kind: '操作', tags: '标签', expiresAfter: '有效期' },
    choices: { kind: { add: '加上', remove: '去掉', replace: '替换' } },
    outcomes: { next: '完成' },
    problems: {},
    explain({ settings }: ExplainedVisit<Settings>) {
      const did = { add: '加上', remove: '去掉', replace: '标签换成' }[settings.kind]
      const valid =
        'expiresAfter' in settings && settings.expiresAfter
          ? `，有效 ${durationWords(settings.expiresAfter, 'zh-CN')}`
          : ''
      return `${did}${listWords(settings.tags, 'zh-CN')}${valid}。`
    },
  },
  en: {
    name: 'Tag member',
    help: 'Adds, removes or replaces tags, for a time if you like',
    fields: { kind: 'Action', tags: 'Tags', expiresAfter: 'Valid for' },
    choices: { kind: { add: 'Add', remove: 'Remove', replace: 'Replace' } },
    outcomes: { next: 'Done' },
    problems: {},
    explain({ settings }: ExplainedVisit<Settings>) {
      const did = { add: 'Added', remove: 'Removed', replace: 'All tags replaced by' }[settings.kind]
      const valid =
        'expiresAfter' in settings && settings.expiresAfter ? `, for ${durationWords(settings.expiresAfter, 'en')}` : ''
      return `${did} ${listWords(settings.tags, 'en')}${valid}.`
    },
  },
}
