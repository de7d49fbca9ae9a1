import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('whoever comes into a segment enters, and nobody who was in it; the form says so', async ({ page, qa }) => {
  await qa.segment('gold', { field: 'member.level', op: 'eq', value: 'gold' })
  await qa.member('anna', { level: 'gold' })
  await qa.member('boris', { level: 'silver' })
  await qa.publish({
    ...{ schema: 1, key: 'promoted', name: '升为金卡' },
    nodes: [
      {
        ...{ id: 'start', type: 'trigger-segment', version: 1, name: '升为金卡时' },
        settings: { on: 'segment-entered', segments: ['gold'] },
      },
      { id: 'end', type: 'end', version: 1, name: '结束', settings: {} },
    ],
    edges: [{ from: 'start', outcome: 'next', to: 'end' }],
  })
  for (const user of ['anna', 'boris']) await qa.member(user, { level: 'gold', city: '上海' })
  await qa.settled()
  expect(await qa.path('boris', 'promoted')).toBe('start:next end:ended')
  expect(await qa.path('anna', 'promoted')).toBe('')

  await signedIn(page, qa, 'operator')
  await page.goto(`/w/${qa.key}/journeys/promoted/edit`)
  await page.getByRole('group', { name: '升为金卡时' }).first().click()
  await expect(page.getByText('发布时已在人群里的、因修改人群规则而进出的不算')).toBeVisible()
})
