import type { JsonObject } from '../engine/core/json.ts'
import { EditorScreen } from './screens/editor-screen.ts'
import { signedIn } from './screens/sign-in-screen.ts'
import { expect, test } from './test.ts'

const KEY = 'pasted-into'
const MOST = 500
const EMPTY: JsonObject = { schema: 1, key: KEY, name: '粘贴', nodes: [], edges: [] }

/** Part of a journey as the clipboard has it: so many waits in a row, in 25 columns. */
const clip = (count: number): string => {
  const nodes = Array.from({ length: count }, (_, n) => ({
    ...{ id: `w${n}`, type: 'wait', version: 1, name: `等待 ${n + 1}`, settings: { kind: 'for', duration: '1d' } },
    position: { x: (n % 25) * 224, y: Math.floor(n / 25) * 104 },
  }))
  const edges = nodes.slice(1).map(({ id }, n) => ({ from: `w${n}`, outcome: 'next', to: id }))
  return JSON.stringify({ waymark: 'part-of-a-journey', nodes, edges })
}

const namesIn = (document: JsonObject) =>
  JSON.stringify(document)
    .match(/"name":"[^"]*"/g)
    ?.slice(1)

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('500 nodes are pasted in one step, saved, and taken back in one step', async ({ page, qa }) => {
  await qa.drawn(EMPTY)
  await signedIn(page, qa, 'operator')
  const editor = new EditorScreen(page)
  await editor.open(qa.key, KEY)
  await editor.paste(clip(MOST))
  await expect(editor.canvas.said).toHaveText(`已粘贴 ${MOST} 个节点`)
  await editor.saved()
  const drawn = async () => {
    const { nodes, edges } = await qa.draft(KEY)
    return [nodes, edges].map((list) => (Array.isArray(list) ? list.length : undefined))
  }
  expect(await drawn()).toEqual([MOST, MOST - 1])

  await editor.add('等待')
  await expect(editor.notice(`放不下：一个旅程最多 ${MOST} 个节点，这样会有 ${MOST + 1} 个`)).toBeVisible()
  await editor.paste(clip(3))
  await expect(editor.notice(`放不下：一个旅程最多 ${MOST} 个节点，这样会有 ${MOST + 3} 个`)).toBeVisible()
  await editor.undo()
  await editor.saved()
  expect(await drawn()).toEqual([0, 0])
  await editor.redo()
  await editor.saved()
  expect(await drawn()).toEqual([MOST, MOST - 1])
})

test('more nodes than a journey may have are refused in a sentence, and so is what is no journey', async ({
  page,
  qa,
}) => {
  await qa.drawn('order-thanks')
  const before = await qa.draft('order-thanks')
  await signedIn(page, qa, 'operator')
  const editor = new EditorScreen(page)
  await editor.open(qa.key, 'order-thanks')
  const shown = await editor.nodes().count()
  await editor.paste(clip(MOST + 1))
  await expect(editor.notice(/^放不下：一个旅程最多 500 个节点，这样会有 50\d 个$/)).toBeVisible()
  for (const text of ['hello', '{"__proto__":{"nodes":[]}}', `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) {
    await editor.paste(text)
    await expect(editor.canvas.said).toHaveText('剪贴板里不是旅程内容。先在画布上复制节点，再粘贴')
  }
  await expect(editor.nodes()).toHaveCount(shown)
  await editor.rename('还能改')
  await editor.saved()
  const after = await qa.draft('order-thanks')
  expect([after.name, namesIn(after)]).toEqual(['还能改', namesIn(before)])
})
