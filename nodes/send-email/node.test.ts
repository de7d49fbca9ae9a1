import { describe, expect, it } from 'vitest'
import { id } from '../../engine/core/ids.ts'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const mail = { account: 'main', subject: 'Hi {{member.name}}', text: '{{event.amount | "some"}} points' }
const reach = { reachable: true, address: 'ann@example.com' }
const settled = { event: id<never>(1), name: 'message settled', at: AT, receivedAt: AT, properties: {} }

describe('an e-mail', () => {
  it('is planned with its variables', () => {
    const facts = { reach, 'member.name': 'Ann', event: {} }
    expect(visit(definition, mail, { facts })).toEqual({
      do: 'perform',
      body: { variables: { 'member.name': 'Ann', 'event.amount': 'some' } },
    })
  })

  it('is planned without any, too', () => {
    expect(visit(definition, { ...mail, subject: 'Hi', text: 'x' }, { facts: { reach } })).toEqual({
      do: 'perform',
      body: { variables: {} },
    })
  })

  it.each(['member-closed', 'no-consent', 'opted-out', 'no-address', 'bad-address'])('is blocked by %s', (reason) => {
    const facts = { reach: { reachable: false, reason }, 'member.name': 'Ann', event: {} }
    expect(visit(definition, mail, { facts })).toEqual({ do: 'leave', outcome: 'blocked', because: { reason } })
  })

  it.each(['subject', 'text', 'html'])('is blocked where a variable of its %s is missing', (field) => {
    const plain = { account: 'main', subject: 'Hi', text: 'x' }
    const decision = visit(definition, { ...plain, [field]: '{{member.name}}' }, { facts: { reach } })
    const because = { reason: 'missing-variable', variable: 'member.name' }
    expect(decision).toEqual({ do: 'leave', outcome: 'blocked', because })
  })

  it('looks how its message stands when one is settled, whoever can be reached by then', () => {
    const facts = { reach: { reachable: false, reason: 'opted-out' } }
    expect(visit(definition, mail, { facts, step: 1, stimulus: settled })).toEqual({ do: 'perform', body: {} })
    expect(visit(definition, mail, { facts, step: 1, due: true })).toEqual({ do: 'perform', body: {} })
  })

  it('listens for nothing but settled messages, and needs its account', () => {
    const settings = definition.settings.parse(mail)
    expect(definition.listens?.(settings)).toEqual([{ event: 'message settled' }])
    expect(definition.references?.(settings)).toEqual([{ kind: 'account', key: 'main', field: 'account' }])
  })

  it.each([{ account: '' }, { subject: 'a\r\nBcc: b@x.com' }, { text: ' ' }, { quietHours: true }])(
    'refuses %j',
    (bad) => {
      expect(definition.settings.safeParse({ ...mail, ...bad }).success).toBe(false)
    },
  )

  it('names variables that nothing answers', () => {
    const settings = definition.settings.parse({ ...mail, html: '{{a.b}}' })
    expect(definition.check?.(settings)).toEqual([{ code: 'variable-unknown', field: 'html', params: { name: 'a.b' } }])
  })
})
