import { type JourneyDocument, JourneySettings } from '../../../engine/core/journey/document.ts'
import { registry } from '../../../nodes/definitions.ts'
import { locales } from '../../../nodes/locales.ts'
import type { Language } from '../../locale/language.ts'
import type { Catalogue } from '../form-context.ts'

/** A workspace's catalogue as the server answers it. */
export const catalogue: Catalogue = {
  attributes: [
    { name: 'name', type: 'text', samples: ['林晓', '王芳'] },
    { name: 'city', type: 'text', samples: ['上海', '杭州', '成都'] },
    { name: 'tier', type: 'text', samples: ['gold', 'silver'] },
    { name: 'birthday', type: 'date', samples: ['1990-05-08'] },
  ],
  tags: ['vip', 'newcomer', 'birthday'],
  events: [
    {
      name: 'order completed',
      properties: [
        { name: 'amount', type: 'number', samples: [200, 399] },
        { name: 'orderId', type: 'text', samples: [] },
        { name: 'store.city', type: 'text', samples: ['上海'] },
      ],
    },
    { name: 'coupon redeemed', properties: [{ name: 'coupon', type: 'text', samples: ['spring'] }] },
    { name: 'signed up', properties: [] },
  ],
  groups: [{ key: 'fair', name: '展会名单' }],
  segments: [
    { key: 'everyone', name: '所有会员', computedAt: null },
    { key: 'sleeping', name: '90 天未购', computedAt: '2026-03-01T02:00:00Z' },
  ],
  journeys: [{ key: 'welcome', name: '新会员欢迎' }],
  accounts: [
    { key: 'main', channel: 'email' },
    { key: 'newsletter', channel: 'email' },
  ],
  people: [{ key: '0b7e4f0c-5a0e-4c39-9d54-9c1f6f0b3a11', name: '陈可' }],
}

/** One node of every type as it is dropped, each leading to the next. */
export function everyNode(language: Language): JourneyDocument {
  const nodes = [...registry.values()].map((definition, i) => ({
    id: `n${i}`,
    type: definition.type,
    version: definition.version,
    name: locales.get(definition.type)?.[language].name ?? definition.type,
    settings: JSON.parse(JSON.stringify(definition.defaults)),
    onError: 'fail' as const,
  }))
  const edges = nodes.slice(0, -1).flatMap((node, i) => {
    const definition = registry.get(node.type)
    const outcome = definition?.outcomes(definition.settings.parse(node.settings))[0]
    const target = registry.get(nodes[i + 1]?.type ?? '')
    return outcome === undefined || target?.category === 'trigger' ? [] : [{ from: node.id, outcome, to: `n${i + 1}` }]
  })
  return {
    schema: 1,
    key: 'every-node',
    name: language === 'zh-CN' ? '每种节点' : 'Every node',
    settings: JourneySettings.parse({}),
    nodes,
    edges,
  }
}
