import { JourneyDocument } from '../../../../engine/core/journey/document.ts'

const branch = (id: string, name: string) => ({ id, name, rule: { field: 'member.tier', op: 'eq', value: id } })
const node = (id: string, type: string, name: string, settings: object = {}) => ({
  id,
  type,
  version: 1,
  name,
  settings,
})
const edges = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([from, outcome, to]) => ({ from, outcome, to }))

const order = [{ event: '订单完成' }]
const days = (amount: number) => ({ amount, unit: 'day' })

/** The journey of the design's pictures, as far as today's node types go. */
export const birthday = JourneyDocument.parse({
  schema: 1,
  key: 'birthday',
  name: '生日有礼 · 沉睡召回',
  nodes: [
    node('start', 'trigger-audience', '生日前 7 天', {
      include: ['生日将到'],
      firing: { kind: 'recurring', rule: { every: 'day' }, time: '10:00' },
    }),
    node('tiers', 'attribute-split', '会员分层', {
      branches: [branch('gold', '金卡及以上'), branch('silver', '银卡'), branch('lapsed', '90 天未购')],
    }),
    node('points', 'grant-points', '生日积分', { amount: { kind: 'fixed', points: 500 } }),
    node('copy', 'ab-test', '祝福文案测试', {
      arms: [
        { id: 'a', name: 'A 版', percent: 45 },
        { id: 'b', name: 'B 版', percent: 45 },
        { id: 'c', name: '对照', percent: 10, control: true },
      ],
    }),
    node('back', 'grant-points', '回归礼', { amount: { kind: 'fixed', points: 200 }, expiresAfter: days(14) }),
    node('mail-a', 'send-inbox', '祝福 A', { title: '送你一份生日礼', body: '生日快乐' }),
    node('mail-b', 'send-inbox', '祝福 B', { title: '你的专属券到了', body: '生日快乐' }),
    node('wait', 'wait', '等待下单', { kind: 'event', events: order, timeout: days(3) }),
    node('fallback', 'send-email', '邮件兜底', { account: 'main', subject: '未送达时补发一次', text: '生日快乐' }),
    node('used', 'event-check', '是否核销', { events: [{ event: '核销' }], judge: { kind: 'wait', for: days(7) } }),
    node('end', 'end', '结束'),
    node('tag', 'tag-member', '打标签', { kind: 'add', tags: ['生日未触达'], expiresAfter: days(90) }),
    node('goal', 'end', '达标结束'),
    node('guide', 'tag-member', '转导购跟进', { kind: 'add', tags: ['专属导购'], expiresAfter: days(2) }),
  ],
  edges: edges(`
    start next tiers
    tiers branch:gold points
    tiers branch:silver copy
    tiers branch:lapsed back
    points granted mail-a
    copy arm:a mail-a
    copy arm:b mail-b
    copy control used
    back granted wait
    mail-a sent used
    mail-a blocked fallback
    mail-a failed fallback
    mail-b sent used
    mail-b blocked fallback
    mail-b failed fallback
    wait event goal
    wait timeout guide
    fallback sent end
    fallback blocked tag
    used yes goal
    used no guide
  `),
})

const places: Readonly<Record<string, readonly [x: number, y: number]>> = {
  start: [24, 232],
  tiers: [256, 232],
  points: [488, 96],
  copy: [620, 472],
  back: [96, 560],
  'mail-a': [744, 80],
  'mail-b': [936, 384],
  wait: [880, 816],
  fallback: [1096, 24],
  used: [360, 728],
  end: [1380, 80],
  tag: [1344, 632],
  goal: [1256, 352],
  guide: [648, 816],
}

/** The same, moved about by hand: narrow gaps, and edges that lead back. */
export const scattered = JourneyDocument.parse({
  ...birthday,
  key: 'scattered',
  nodes: birthday.nodes.map((each) => {
    const [x = 0, y = 0] = places[each.id] ?? []
    return { ...each, position: { x, y } }
  }),
})

/** A loop within a loop. */
export const loop = JourneyDocument.parse({
  schema: 1,
  key: 'loop',
  name: '循环',
  nodes: [
    node('t', 'trigger-event', '下单', { events: order }),
    node('w', 'wait', '等待', { kind: 'event', events: order, timeout: days(3) }),
    node('m', 'send-inbox', '提醒', { title: '回来看看', body: '好久不见' }),
    node('c', 'event-check', '来了吗', { events: order }),
    node('r', 'wait', '再等', { kind: 'duration', duration: days(1) }),
    node('e', 'end', '结束'),
  ],
  edges: edges(`
    t next w
    w event m
    w timeout e
    m sent c
    m blocked r
    m failed e
    c yes e
    c no w
    r done m
  `),
})
