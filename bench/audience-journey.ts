/** The journey of P1: audience → attribute split → A/B for the better half → points → inbox → a day's wait → end. */
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const points = (id: string, n: number) => node(id, 'grant-points', { amount: { kind: 'fixed', points: n } })
const inbox = (id: string) => node(id, 'send-inbox', { title: 'Hi {{member.name | "you"}}', body: 'We missed you.' })
const arm = (id: string) => ({ id, name: id, percent: 50 })

export const audienceJourney = (shards: number | 'auto', inAnHour: string) => ({
  schema: 1,
  key: 'audience',
  name: 'audience',
  settings: { zone: 'UTC', shards },
  nodes: [
    node('start', 'trigger-audience', { include: ['everyone'], firing: { kind: 'at', local: inAnHour } }),
    node('split', 'attribute-split', {
      branches: [{ id: 'high', name: 'high', rule: { field: 'member.tier', op: 'gte', value: 2 } }],
    }),
    node('ab', 'ab-test', { arms: [arm('a'), arm('b')] }),
    points('p100', 100),
    points('p50', 50),
    points('p10', 10),
    inbox('m1'),
    inbox('m2'),
    inbox('m3'),
    node('wait', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('end', 'end'),
  ],
  edges: [
    ['start', 'next', 'split'],
    ['split', 'branch:high', 'ab'],
    ['split', 'else', 'p10'],
    ['ab', 'arm:a', 'p100'],
    ['ab', 'arm:b', 'p50'],
    ['p100', 'granted', 'm1'],
    ['p50', 'granted', 'm2'],
    ['p10', 'granted', 'm3'],
    ['m1', 'sent', 'wait'],
    ['m2', 'sent', 'wait'],
    ['m3', 'sent', 'wait'],
    ['wait', 'done', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
})

const audience = audienceJourney(1, '')
/** The same, entered by an event `joined`, as often as it comes; everybody comes to its wait. */
export const audienceByEvent = {
  ...audience,
  settings: { ...audience.settings, reentry: { rule: 'any-time' } },
  nodes: audience.nodes.map((one) =>
    one.id === 'start' ? node('start', 'trigger-event', { events: [{ event: 'joined' }] }) : one,
  ),
}
