import type { JsonObject } from '../engine/core/json.ts'
import { Mouse } from './drawing/mouse.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { SimulatorScreen } from './screens/simulator-screen.ts'
import { expect, test } from './test.ts'

const node = (id: string, type: string, settings: JsonObject = {}, name = id) => ({
  ...{ id, type, version: 1, name, settings },
})

test('an operator plays a journey with a person made up, step by step, and reads why', async ({ page, qa }) => {
  await qa.publish('order-thanks')
  await qa.post('anna', 'order completed', { amount: 299 }) // so that the workspace has seen the property
  await signedIn(page, qa, 'operator')
  await page.goto(`/w/${qa.key}/journeys/order-thanks/edit`)

  const simulator = new SimulatorScreen(page)
  await simulator.open()
  await simulator.field('姓名').fill('安娜')
  await simulator.post({ amount: '299' })
  await simulator.step()
  await simulator.step()
  await expect(simulator.story.nth(1)).toContainText('下单')
  await simulator.skip()
  await expect(simulator.story.nth(2)).toContainText('满足「amount 大于等于 200」：amount 是 299。')
  await expect(simulator.story.nth(4)).toContainText('站内信「谢谢安娜」')
  await expect(simulator.story.last()).toContainText('在这里等待')
  await expect(simulator.holdings).toContainText('598')

  await simulator.step()
  await expect(simulator.story.last()).toContainText('超时')
  await simulator.skip()
  await expect(simulator.story.last()).toContainText('走完了')

  await simulator.beginAgain()
  await simulator.post({ amount: '20' })
  await simulator.skip()
  await expect(simulator.story.nth(2)).toContainText('否')
  await simulator.close()
  expect(await qa.points('anna')).toBe(598)
  expect(await qa.inbox('anna')).toHaveLength(1)
})

test('a real member is simulated as a copy, and stays as they are; in a browser that has no Temporal of its own', async ({
  page,
  qa,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'))
  await qa.member('boris', { name: '鲍里斯' })
  await qa.publish('order-thanks')
  await signedIn(page, qa, 'operator')
  await page.goto(`/w/${qa.key}/journeys/order-thanks/edit`)

  const simulator = new SimulatorScreen(page)
  await simulator.open()
  await simulator.pick('鲍里斯')
  await expect(simulator.field('姓名')).toHaveValue('鲍里斯')
  await simulator.post()
  await simulator.skip()
  await expect(simulator.story.nth(3)).toContainText('站内信「谢谢鲍里斯」')
  expect(await qa.inbox('boris')).toHaveLength(0)
})

test('what the workspace calls a refund takes points back, and others may hold all places', async ({ page, qa }) => {
  await qa.drawn({
    ...{ schema: 1, key: 'gift', name: '赠分' },
    nodes: [
      node('order', 'trigger-event', { events: [{ event: 'bought' }] }),
      node('cap', 'count-check', { scope: 'node', bound: 10 }, '名额'),
      node('gift', 'grant-points', { amount: { kind: 'fixed', points: 100 }, order: { id: 'event.code' } }),
      node('stay', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
      node('end', 'end'),
    ],
    edges: [
      ['order', 'next', 'cap'],
      ['cap', 'within', 'gift'],
      ['cap', 'over', 'end'],
      ['gift', 'granted', 'stay'],
      ['stay', 'done', 'end'],
    ].map(([from = '', outcome = '', to = '']) => ({ from, outcome, to })),
  })
  for (const event of ['bought', 'returned']) await qa.post('anna', event, { code: 7 })
  await signedIn(page, qa, 'admin')
  await page.request.put(`/api/w/${qa.key}/refund-rules`, { data: { events: ['returned'], order: 'event.code' } })
  await page.goto(`/w/${qa.key}/journeys/gift/edit`)

  const simulator = new SimulatorScreen(page)
  await simulator.open()
  await simulator.post({ code: '7' })
  await simulator.skip()
  await expect(simulator.holdings).toContainText('100')
  await simulator.post({ code: '7' }, 'returned')
  await simulator.skip()
  await expect(simulator.story.last()).toContainText('100')
  await expect(simulator.holdings).toBeHidden()

  await simulator.beginAgain()
  await simulator.field('「名额」已被占用的名额').fill('10')
  await simulator.post({ code: '8' })
  await simulator.skip()
  await expect(simulator.story.nth(2)).toContainText('已满')
})

test('a birthday takes the person in once the clock comes to it', async ({ page, qa }) => {
  await qa.segment('everyone', { all: [] })
  await page.clock.setFixedTime(new Date('2026-03-02T02:00:00Z'))
  await signedIn(page, qa, 'operator')
  await new JourneysScreen(page).create('生日有礼')
  await new Mouse(page).add('纪念日')

  const simulator = new SimulatorScreen(page)
  await simulator.open()
  await simulator.field('生日').fill('1990-03-05')
  await simulator.step()
  await expect(simulator.story).toHaveCount(1)
  await expect(simulator.story.first()).toContainText('纪念日')
  await expect(simulator.now).toContainText(/3\s*月\s*5\s*日/)
})

test('a journey with errors cannot be simulated, and says so', async ({ page, qa }) => {
  await signedIn(page, qa, 'operator')
  await new JourneysScreen(page).create('空的')
  await new SimulatorScreen(page).open()
  await expect(page.getByText('改好才能模拟')).toBeVisible()
})

test('whoever simulates chooses what a service answers, and the journey goes on by it', async ({ page, qa }) => {
  await signedIn(page, qa, 'admin')
  const data = { name: '会员系统', url: 'https://crm.example.com' }
  await page.request.put(`/api/w/${qa.key}/connections/crm`, { data })
  await qa.drawn({
    ...{ schema: 1, key: 'asking', name: '问会员系统', settings: {} },
    nodes: [
      node('start', 'trigger-event', { events: [{ event: 'order' }] }, '下单'),
      node(
        'ask',
        'call-service',
        {
          ...{ connection: 'crm', data: [] },
          answers: [{ from: 'score', as: 'score', type: 'number' }],
        },
        '查积分',
      ),
      node('high', 'attribute-check', { rule: { field: 'event.score', op: 'gte', value: 5 } }, '高分'),
      node('yes', 'end', {}, '高'),
      node('no', 'end', {}, '低'),
      node('broken', 'end', {}, '没调通'),
    ],
    edges: [
      { from: 'start', outcome: 'next', to: 'ask' },
      { from: 'ask', outcome: 'done', to: 'high' },
      { from: 'ask', outcome: 'failed', to: 'broken' },
      { from: 'high', outcome: 'yes', to: 'yes' },
      { from: 'high', outcome: 'no', to: 'no' },
    ],
  })
  await page.goto(`/w/${qa.key}/journeys/asking/edit`)
  const simulator = new SimulatorScreen(page)
  await simulator.open()
  await simulator.field('score').fill('7')
  await simulator.post()
  await simulator.skip()
  await expect(simulator.story.filter({ hasText: '高分' }).first()).toContainText('score 是 7')
  await page.getByRole('radio', { name: '失败' }).click()
  await expect(simulator.field('score')).toBeHidden()
  await expect(simulator.story.filter({ hasText: '查积分' }).last()).toContainText('没有调通')
})
