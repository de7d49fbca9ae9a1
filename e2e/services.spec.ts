import { startFakeService } from '../engine/testing/fake-service.ts'
import { Mouse } from './drawing/mouse.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

test('a service is added with a pace, tested with sample data, and deleted once no journey uses it', async ({
  page,
  qa,
}) => {
  const service = await startFakeService()
  await signedIn(page, qa, 'admin')
  const mouse = new Mouse(page)
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const press = (name: string) => mouse.press(dialog.getByRole('button', { name, exact: true }))
  const row = page.getByRole('row').filter({ hasText: '会员系统' })
  const order = (name: string) => mouse.press(row.getByRole('button', { name, exact: true }))

  await page.goto(`/w/${qa.key}/settings/services`)
  await mouse.press(page.getByRole('button', { name: '添加服务' }))
  await dialog.getByLabel('名称').fill('会员系统')
  await dialog.getByLabel('标识').fill('crm')
  await dialog.getByLabel('地址').fill(service.url)
  await dialog.getByLabel('最多调用几次').fill('0')
  await press('保存')
  await expect(dialog.getByText('写 1 到 1000 的整数，或留空')).toBeVisible()
  await dialog.getByLabel('最多调用几次').fill('30')
  await mouse.press(dialog.getByRole('radio', { name: '每分钟' }))
  await press('保存')
  const secret = await dialog.getByLabel('签名密钥').inputValue()
  await press('完成')
  await expect(row).toContainText('每分钟 30 次')

  await order('测试')
  await dialog.getByLabel('示例数据').fill('[1]')
  await expect(dialog.getByText('写一个 JSON 对象')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '发送' })).toBeDisabled()
  await dialog.getByLabel('示例数据').fill('{"card": "A7"}')
  await dialog.getByLabel('路径').fill('/members/7')
  await press('发送')
  await expect(dialog.getByText(/^调用成功 · HTTP 200 · \d+ 毫秒$/)).toBeVisible()
  await expect(dialog.getByRole('row').filter({ hasText: 'tier.name' })).toContainText('gold')
  expect(service.calls).toMatchObject([
    { path: '/members/7', body: { card: 'A7' }, headers: { 'waymark-test': 'true' } },
  ])
  expect(service.calls[0]?.isSignedBy(secret)).toBe(true)
  service.answer = (response) => void response.writeHead(401).end('{"error": "who?"}')
  await press('发送')
  await expect(dialog.getByText(/^调用没有成功 · HTTP 401/)).toBeVisible()
  await expect(dialog.getByText('检查请求头里的凭据')).toBeVisible()
  await page.keyboard.press('Escape')

  const ask = { id: 'ask', type: 'call-service', version: 1, name: '问', settings: { connection: 'crm' } }
  const key = await qa.drawn({ schema: 1, key: 'asking', name: '问会员系统', settings: {}, nodes: [ask], edges: [] })
  await order('删除')
  await press('删除')
  await expect(dialog.getByRole('alert')).toHaveText(/问会员系统/)
  await page.request.patch(`/api/w/${qa.key}/journeys/${key}`, { data: { archived: true } })
  await press('删除')
  await expect(page.getByText('已删除「会员系统」')).toBeVisible()
  await expect(page.getByText('还没有服务')).toBeVisible()
  expect(await qa.rows("SELECT action FROM audit WHERE subject = 'crm' ORDER BY id")).toEqual(
    ['save', 'test', 'test', 'delete'].map((done) => ({ action: `connection.${done}` })),
  )
  await service.stop()
})
