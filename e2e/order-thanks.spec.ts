import { expect, test } from './test.ts'

test('an order of over ¥200 earns points and a message, and a second one in time a tag', async ({ qa }) => {
  await qa.member('anna', { name: '安娜' })
  await qa.publish('order-thanks')
  await qa.post('anna', 'order completed', { amount: 299 })
  await qa.settled()
  expect(await qa.path('anna', 'order-thanks')).toMatch(/@again$/)
  expect(await qa.points('anna')).toBeGreaterThan(0)
  expect(await qa.inbox('anna')).toHaveLength(1)
  await qa.wind('0.5 minutes')
  await qa.post('anna', 'order completed', { amount: 20 })
  await qa.settled()
  expect(await qa.tags('anna')).toContain('回头客')
})
