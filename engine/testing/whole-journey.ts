import { BUDGET_KINDS } from '../core/budgets/budgets.ts'

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const did = (event: string) => ({ id: event, name: event, events: [{ event }] })
const share = (id: string) => ({ id, name: id, percent: 50 })
const arm = (id: string, control: boolean) => ({ id, name: id, percent: 50, control })
const once = { scope: 'name', name: 'whole', bound: 1 }
const isLevel = (value: string) => ({ id: value, name: value, rule: { field: 'member.level', op: 'eq', value } })

/** Of one message, by channel. */
export const PRICES = { email: 0.0125, inbox: 0.001 }

/** A journey with every node type there is (the conformance suite sees to that), and every kind of wait. */
export const wholeJourney = (shards: number | 'per-member') => ({
  schema: 1,
  key: 'whole',
  name: 'whole',
  settings: {
    ...{ shards, zone: 'UTC' },
    exitRules: { events: [{ event: 'refunded' }] },
    // Most mails come into the quiet hours, long ones, for a course that is stuck goes on by minutes; and one message goes a day.
    quietHours: { kind: 'own', hours: { from: '02:30', to: '14:00' } },
    caps: { kind: 'own', list: [{ of: 'company', most: 1, per: 'day' }] },
    // More than everybody takes: who would be refused depends on who comes first.
    budgets: BUDGET_KINDS.map((of) => ({ of, most: 1_000_000 })),
    goals: [{ id: 'buy', name: 'buy', events: [{ event: 'order' }], within: { amount: 7, unit: 'day' } }],
  },
  nodes: [
    node('called', 'trigger-audience', { include: ['called'], firing: { kind: 'now' } }),
    node('joined', 'trigger-event', { events: [{ event: 'joined' }] }),
    node('crossed', 'trigger-segment', { on: 'segment-entered', segments: ['movers'] }),
    node('handed', 'trigger-api'),
    node('wed', 'trigger-anniversary', {
      date: { kind: 'attribute', attribute: 'wed' },
      include: ['wedded'],
      time: '02:00',
    }),
    // Nobody enters twice.
    node('feast', 'trigger-holiday', {
      days: [{ kind: 'monthly', dates: [1, -1] }],
      shift: { kind: 'after', days: 3 },
      include: ['called'],
    }),
    node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 }, order: {} }),
    node('sorry', 'tag-member', { kind: 'add', tags: ['refunded'] }),
    node('cooling', 'wait', { kind: 'duration', duration: { amount: 2, unit: 'hour' } }),
    node('once', 'count-check', once),
    node('twice', 'count-check', once),
    node('city', 'attribute-check', { rule: { field: 'member.city', op: 'eq', value: 'A' } }),
    node('inbox', 'send-inbox', { title: 'Hi {{member.name | "you"}}', body: 'there' }),
    node('level', 'attribute-split', { branches: [isLevel('gold'), isLevel('silver'), isLevel('alone')] }),
    // Whoever is there with others waits for them; one goes by it alone.
    node('gate', 'rate-gate', { amount: 1, unit: 'hour' }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 2, unit: 'hour' } }),
    node('until', 'wait', { kind: 'until', local: '2026-03-02T00:00' }),
    node('order', 'wait', { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 1, unit: 'day' } }),
    node('weekend', 'time-check', { days: 'day-off', hours: { kind: 'between', from: '22:00', to: '06:00' } }),
    node('opens', 'wait', { kind: 'next', days: 'workday', hours: { kind: 'between', from: '01:00', to: '20:00' } }),
    node('born', 'wait', { kind: 'anniversary', attribute: 'born', time: '01:00', pastDue: 'expired' }),
    node('came', 'tag-member', { kind: 'add', tags: ['came'] }),
    node('told', 'notify-team', { text: '{{member.name | "?"}} came', roles: ['operator'] }),
    node('orders', 'set-attribute', { kind: 'add', attribute: 'orders', amount: { kind: 'fixed', number: 1 } }),
    node('listed', 'move-group', { kind: 'join', groups: ['list'] }),
    node('among', 'group-check', { segments: ['called'] }),
    node('ranks', 'group-split', {
      branches: [
        { id: 'called', name: 'called', segments: ['called'] },
        { id: 'list', name: 'list', groups: ['list'] },
      ],
    }),
    node('test', 'ab-test', { arms: [arm('a', false), arm('b', true)] }),
    node('mail', 'send-email', { account: 'main', subject: 'Hi {{member.name | "you"}}', text: 'x' }),
    node('looked', 'event-check', {
      events: [{ event: 'visit' }],
      judge: { kind: 'wait', for: { amount: 2, unit: 'day' } },
    }),
    node('score', 'call-service', {
      ...{ connection: 'crm', path: '/score', data: [{ name: 'level', value: '{{member.level}}' }] },
      answers: [{ from: 'score', as: 'score', type: 'number' }],
    }),
    node('did', 'event-split', { branches: [did('order'), did('visit')] }),
    node('split', 'splitter', { by: 'percent', arms: [share('a'), share('b')] }),
    node('end', 'end', { closesAfter: 1_000_000 }),
    node('broken', 'end'),
  ],
  edges: [
    ['called', 'next', 'gift'],
    ['joined', 'next', 'gift'],
    ['crossed', 'next', 'gift'],
    ['handed', 'next', 'gift'],
    ['wed', 'next', 'gift'],
    ['feast', 'next', 'gift'],
    ['gift', 'granted', 'once'],
    ['once', 'within', 'twice'],
    ['once', 'over', 'broken'],
    ['twice', 'within', 'broken'],
    ['twice', 'over', 'city'],
    ['gift', 'reversed', 'sorry'],
    ['sorry', 'next', 'cooling'],
    ['cooling', 'done', 'end'],
    ['city', 'yes', 'level'],
    ['city', 'no', 'inbox'],
    ['inbox', 'sent', 'level'],
    ['level', 'branch:gold', 'day'],
    ['level', 'branch:silver', 'until'],
    ['level', 'branch:alone', 'gate'],
    ['level', 'else', 'order'],
    ['gate', 'next', 'day'],
    ['day', 'done', 'weekend'],
    ['weekend', 'yes', 'test'],
    ['weekend', 'no', 'test'],
    ['until', 'done', 'opens'],
    ['opens', 'done', 'test'],
    ['order', 'event', 'came'],
    ['order', 'timeout', 'born'],
    ['born', 'done', 'test'],
    ['born', 'expired', 'test'],
    ['came', 'next', 'told'],
    ['told', 'next', 'orders'],
    ['orders', 'next', 'listed'],
    ['listed', 'next', 'among'],
    ['among', 'yes', 'ranks'],
    ['among', 'no', 'ranks'],
    ['ranks', 'branch:called', 'test'],
    ['ranks', 'branch:list', 'test'],
    ['ranks', 'else', 'broken'],
    ['test', 'arm:a', 'mail'],
    ['test', 'control', 'looked'],
    ['mail', 'sent', 'looked'],
    ['mail', 'blocked', 'looked'],
    ['mail', 'failed', 'broken'], // drawn, so that members wait until their message is settled
    ['looked', 'yes', 'score'],
    ['score', 'done', 'split'],
    ['score', 'rejected', 'broken'],
    ['score', 'failed', 'broken'],
    ['split', 'arm:a', 'end'],
    ['split', 'arm:b', 'end'],
    ['looked', 'no', 'did'],
    ['did', 'branch:order', 'end'],
    ['did', 'branch:visit', 'end'],
    ['did', 'else', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
})
