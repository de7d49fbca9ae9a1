import { readdirSync, readFileSync } from 'node:fs'
import type { APIResponse, Page } from '@playwright/test'
import { readJourney, type TestWorkspace } from './workspace.ts'

const UI = new URL('../canvas-ui/', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, UI), 'utf8')
const found = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one)

/** Paths of every screen below `/w/:ws`, as canvas-ui/app/screens.ts has them. */
export function screenPaths(): string[] {
  const [, screens = ''] = read('app/screens.ts').split('export const SCREENS')
  const paths = found(/path: '([^']+)'/g, screens)
  if (paths.length === 0 || paths.length !== found(/(Component:)/g, screens).length)
    throw new Error('app/screens.ts is written otherwise: read its paths another way')
  return paths
}

/** Files of the application that open a dialog. */
export const dialogFiles = (): string[] =>
  readdirSync(UI, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(app|editor|screens|simulate|conditions|forms)\/.*\.tsx$/.test(file))
    .filter((file) => /<(Dialog|Confirm|Sheet|Cover)\b/.test(read(file)))
    .sort()

/** A text that stands on a screen once it has what it shows, by the screen's path; `empty`: where the workspace has nothing yet. */
export const ON_SCREEN: Readonly<Record<string, { readonly full: string; readonly empty?: string }>> = {
  '/journeys': { full: '下单感谢', empty: '还没有旅程' },
  '/members': { full: '安娜', empty: '还没有会员' },
  '/members/:member': { full: '行走轨迹' },
  '/segments': { full: 'vip', empty: '还没有人群' },
  '/segments/:segment': { full: '人符合' },
  '/groups': { full: '老客名单', empty: '还没有群组' },
  '/groups/:group': { full: '安娜' },
  '/journeys/:key': { full: '累计进入' },
  '/journeys/:key/report': { full: '漏斗' },
  '/journeys/:key/edit': { full: '等再次下单', empty: '从左边点一个触发节点' },
  '/approvals': { full: '会员日', empty: '没有等你审批的请求' },
  '/approvals/:approval': { full: '会员日积分' },
  '/approvals/:approval/drawing': { full: '等再次下单' },
  '/settings/people': { full: '待接受的邀请', empty: 'admin' },
  '/settings/sending': { full: '免打扰' },
  '/settings/approvals': { full: '人数超过' },
  '/settings/refunds': { full: '退款行为' },
  '/settings/first-dates': { full: '首次日期' },
  '/settings/services': { full: '会员系统', empty: '还没有服务' },
  '/settings/keys': { full: '商城后台', empty: '现在还没有密钥' },
  '/settings/holidays': { full: '元旦' },
  '/settings/account': { full: '修改密码' },
}

/** What the API answered. Throws where it refused. */
export const ok = async (answer: APIResponse) => {
  if (!answer.ok()) throw new Error(`${answer.url()} was answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}

/** Fills a workspace with something of each kind, as the admin who is signed in; answers the parameters of paths. */
export async function fill(page: Page, qa: TestWorkspace): Promise<Readonly<Record<string, string>>> {
  const api = `/api/w/${qa.key}`
  await qa.member('anna', { name: '安娜', vip: true })
  await qa.segment('vip', { field: 'member.vip', op: 'eq', value: true })
  // One budget that is spent, and one of which most is left.
  const budgets = [
    { of: 'points', most: 0 },
    { of: 'messages', most: 100 },
  ]
  await qa.publish({ ...readJourney('order-thanks'), settings: { reentry: { rule: 'after-leaving' }, budgets } })
  await qa.post('anna', 'order completed', { amount: 299 })
  await qa.settled()
  await ok(await page.request.post(`${api}/journeys`, { data: { name: '草稿' } }))
  await ok(await page.request.post(`${api}/keys`, { data: { name: '商城后台' } }))
  await ok(await page.request.post(`${api}/invitations`, { data: { email: 'new@example.com', role: 'viewer' } }))
  await qa.colleague('viewer')
  const service = { name: '会员系统', url: 'https://crm.example.com/v1', headers: { authorization: 'Bearer x' } }
  await ok(await page.request.put(`${api}/connections/crm`, { data: service }))
  const { members } = await ok(await page.request.get(`${api}/members`))
  await ok(await page.request.post(`${api}/groups`, { data: { key: 'old-friends', name: '老客名单' } }))
  await ok(await page.request.post(`${api}/groups/old-friends/members/add`, { data: { members: [members[0].id] } }))
  return {
    key: 'order-thanks',
    segment: 'vip',
    group: 'old-friends',
    member: members[0].id,
    approval: await asked(page, qa),
  }
}

/** Has a colleague ask that somebody else publish a journey; answers the id of the request. */
async function asked(page: Page, qa: TestWorkspace): Promise<string> {
  const { settings, ...document } = readJourney('order-thanks')
  const careful = {
    ...document,
    key: 'members-day',
    name: '会员日',
    settings: { ...(settings as object), approval: 'always' },
  }
  const key = await qa.drawn(careful)
  const headers = { 'if-match': '"1"' }
  const data = { note: '会员日积分，周五上线' }
  const { id } = await ok(await page.request.post(`/api/w/${qa.key}/journeys/${key}/approvals`, { headers, data }))
  // Whoever is signed in has asked: nobody decides about what is their own.
  await qa.rows("UPDATE approval SET asked_by = 'person:00000000-0000-4000-8000-000000000000', asked_name = '林小满'")
  return id
}

/** Takes away the key that every workspace of a test has. */
export async function withoutKeys(page: Page, qa: TestWorkspace): Promise<void> {
  const api = `/api/w/${qa.key}/keys`
  const { keys } = await ok(await page.request.get(api))
  for (const { id } of keys) await ok(await page.request.delete(`${api}/${id}`))
}
