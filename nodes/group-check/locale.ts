import { setsWords } from '../../engine/core/journey/member-sets.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '群组判断',
    help: '会员是否在任意一个人群或群组里：人群按规则实时判断，或按上次计算的结果',
    fields: { segments: '人群（实时判断）', computed: '人群（上次计算的结果）', groups: '群组' },
    hints: {
      segments: '会员到达时按人群的规则判断',
      computed: '不重新判断，适合规则复杂、允许晚一些的人群；名称后面是上次计算的时间',
    },
    outcomes: { yes: '在', no: '不在' },
    problems: { 'nobody-chosen': '选至少一个人群或群组' },
    explain: ({ because, settings }: ExplainedVisit<Settings>) => `${setsWords([settings], because, 'zh-CN')}。`,
  },
  en: {
    name: 'Group check',
    help: 'Whether the member is in any of some segments or groups: a segment by its rule, or as it was computed last',
    fields: { segments: 'Segments, by their rules', computed: 'Segments, as computed last', groups: 'Groups' },
    hints: {
      segments: 'Judged by the segment’s rule as the member arrives',
      computed: 'Not judged anew: for complex rules that may lag behind; beside the name stands when it was computed',
    },
    outcomes: { yes: 'In', no: 'Not in' },
    problems: { 'nobody-chosen': 'Choose at least one segment or group' },
    explain: ({ because, settings }: ExplainedVisit<Settings>) => `${setsWords([settings], because, 'en')}.`,
  },
}
