import { describe, expect, it } from 'vitest'
import { compile } from '../engine/core/journey/compile.ts'
import { problemText } from '../engine/core/journey/problems.locale.ts'
import { registry } from './definitions.ts'

const arm = (id: string) => ({ id, name: id, percent: 40 })

describe('a problem that a node finds in its settings', () => {
  it.each([
    ['ab-test', { arms: [arm('a'), arm('b')] }, 'Percents must add up to 100', '各组比例之和须为 100%'],
    [
      'send-inbox',
      { title: '{{name}}', body: 'x' },
      'There is no variable “name”: one is member.… or event.…',
      '没有变量「name」：变量只能是 member.… 或 event.…',
    ],
  ])('is told in the words of its locale: %s', (type, settings, en, zh) => {
    const node = (id: string, of: string, its: object) => ({ id, type: of, version: 1, name: id, settings: its })
    const document = {
      ...{ schema: 1, key: 'a', name: 'a' },
      nodes: [node('start', 'trigger-event', { events: [{ event: 'order' }] }), node('it', type, settings)],
      edges: [{ from: 'start', outcome: 'next', to: 'it' }],
    }
    const { problems } = compile(document, registry, { zone: 'UTC', exists: () => true })
    expect(problems.map((p) => [p.number, p.node, problemText(p, 'en'), problemText(p, 'zh-CN')])).toEqual([
      ['WM1016', 'it', en, zh],
    ])
  })
})
