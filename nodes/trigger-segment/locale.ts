import { listWords } from '../../engine/core/rules/rule.locale.ts'
import type { Language } from '../../engine/core/say.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

/** What happened, as a clause. */
function happened(settings: Settings, language: Language): string {
  const zh = language === 'zh-CN'
  switch (settings.on) {
    case 'segment-entered':
      return `${zh ? '进入了人群' : 'Came into segment '}${listWords(settings.segments, language)}`
    case 'segment-left':
      return `${zh ? '离开了人群' : 'Left segment '}${listWords(settings.segments, language)}`
    case 'tag-gained':
      return `${zh ? '获得了标签' : 'Gained the tag '}${listWords(settings.tags, language)}`
    case 'tag-lost':
      return `${zh ? '失去了标签' : 'Lost the tag '}${listWords(settings.tags, language)}`
    case 'attribute-changed': {
      const { attribute, from, to } = settings
      if (zh)
        return `「${attribute}」${from === undefined ? '' : `从「${from}」`}变${to === undefined ? '了' : `成了「${to}」`}`
      return `“${attribute}” changed${from === undefined ? '' : ` from “${from}”`}${to === undefined ? '' : ` to “${to}”`}`
    }
  }
}

export const locale: NodeLocale = {
  'zh-CN': {
    name: '人群变化',
    help: '会员进入或离开人群、获得或失去标签、资料变更时进入旅程',
    fields: {
      on: '什么变化',
      segments: '人群',
      tags: '标签',
      attribute: '属性',
      from: '从',
      to: '变成',
      member: '会员条件',
    },
    choices: {
      on: {
        'segment-entered': '进入人群',
        'segment-left': '离开人群',
        'tag-gained': '获得标签',
        'tag-lost': '失去标签',
        'attribute-changed': '属性变更',
      },
    },
    hints: {
      segments: '任意一个都算。发布时已在人群里的、因修改人群规则而进出的不算。因时间进出的每小时检查一次',
      tags: '任意一个都算；到期也算失去',
      from: '不填：不管原来是什么。数字和是否按写法填，如 3、true',
      to: '不填：变成什么都算',
      member: '变化发生时不满足的会员不进入',
    },
    outcomes: { next: '进入' },
    problems: {},
    explain: ({ settings }: ExplainedVisit<Settings>) => `${happened(settings, 'zh-CN')}，进入旅程。`,
  },
  en: {
    name: 'Segment change',
    help: 'Members enter when they come into a segment or leave it, gain or lose a tag, or an attribute changes',
    fields: {
      on: 'When',
      segments: 'Segments',
      tags: 'Tags',
      attribute: 'Attribute',
      from: 'From',
      to: 'To',
      member: 'Who',
    },
    choices: {
      on: {
        'segment-entered': 'Came into a segment',
        'segment-left': 'Left a segment',
        'tag-gained': 'Gained a tag',
        'tag-lost': 'Lost a tag',
        'attribute-changed': 'An attribute changed',
      },
    },
    hints: {
      segments:
        'Any of them counts. Being in it at publishing is no change, nor is an edit of its rule. Changes by time alone are found hourly',
      tags: 'Any of them counts; one that expires is lost',
      from: 'Empty: whatever it was. Numbers, yes and no as they are written: 3, true',
      to: 'Empty: whatever it became',
      member: 'Who does not meet it when it happens stays out',
    },
    outcomes: { next: 'Enters' },
    problems: {},
    explain: ({ settings }: ExplainedVisit<Settings>) => `${happened(settings, 'en')}, and entered.`,
  },
}
