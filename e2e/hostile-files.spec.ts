import type { JsonObject } from '../engine/core/json.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { JourneysScreen } from './screens/journeys-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

const journey: JsonObject = { schema: 1, key: 'good', name: '好的旅程', nodes: [], edges: [] }
const json = (more: JsonObject): string => JSON.stringify({ ...journey, ...more })
const withKey = (text: string): string => json({}).replace('{', `{${text},`)
const node = (id: string, type: string): JsonObject => ({ id, type, version: 1, name: id, settings: {} })

/** What is wrong with a file, and the sentence that says so. */
const HOSTILE: Record<string, readonly [text: string, sentence: RegExp]> = {
  'no JSON': ['{"schema": 1,', /不是 JSON 文件。选择从旅程列表导出的文件。/],
  'a list': ['[]', /不是 JSON 文件/],
  'no journey': ['{"hello":"there"}', /旅程文件格式不对/],
  '10 MB': [json({ note: 'x'.repeat(10_000_000) }), /文件有 9\.5 MB，最多 4 MB。拆成几个旅程后再导入。/],
  'a prototype': [withKey('"__proto__":{"admin":true}'), /含有不允许的键，例如 __proto__。改好后再试。/],
  'a constructor': [withKey('"constructor":{"prototype":{"admin":true}}'), /含有不允许的键/],
  'a key of every object': [withKey('"constructor":1'), /constructor/],
  'a newer format': [json({ schema: 2 }), /旅程文件版本 2 比本程序新，请升级 Waymark 后再打开/],
  'a depth without end': [withKey(`"settings":${'['.repeat(100_000)}${']'.repeat(100_000)}`), /嵌套超过 64 层/],
  'a depth of 70': [withKey(`"settings":${'{"a":'.repeat(70)}1${'}'.repeat(70)}`), /嵌套超过 64 层/],
  'a name of 200 characters': [json({ name: '长'.repeat(200) }), /旅程文件格式不对：name：.*80/],
  '501 nodes': [json({ nodes: Array.from({ length: 501 }, (_, n) => node(`n${n}`, 'end')) }), /nodes.*500/],
}

test('files that are no journeys are refused, each in its sentence; nothing is made, and the page lives', async ({
  page,
  qa,
}) => {
  await signedIn(page, qa, 'operator')
  const journeys = new JourneysScreen(page)
  for (const [what, [text, sentence]] of Object.entries(HOSTILE)) {
    await test.step(what, async () => {
      await journeys.import(`${what}.json`, text)
      await expect(journeys.refusal(`${what}.json`)).toContainText(sentence)
      await journeys.closeRefusal()
    })
  }
  expect(await page.evaluate("'admin' in {}")).toBe(false)
  await journeys.import('good.json', json({}))
  await expect(journeys.row('好的旅程')).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('a file with nodes of unknown types is kept whole, and says what to do with them', async ({ page, qa }) => {
  await signedIn(page, qa, 'operator')
  const journeys = new JourneysScreen(page)
  const nodes = ['teleport', '__proto__', 'constructor', 'toString'].map((type, n) => node(`n${n}`, type))
  await journeys.import('unknown.json', json({ nodes }))
  await journeys.row('好的旅程').click()
  const editor = new EditorScreen(page)
  await editor.ready()
  for (const type of ['teleport', '__proto__', 'constructor', 'toString'])
    await expect(editor.problems).toContainText(`不认识节点类型「${type}」，请删除该节点或升级 Waymark`)
  await expect(editor.nodes()).toHaveCount(4)
  await editor.rename('还能改')
  await editor.saved()
  expect(await qa.draft('good')).toMatchObject({ name: '还能改', nodes })
})
