import { describe, expect, test } from 'vitest'
import { keptWork } from './kept.ts'
import { GATHER_MS } from './machine.ts'
import { FakeServer, FakeStorage, named } from './testing/fakes.ts'
import { visit } from './testing/visit.ts'

describe('when somebody else saved first', () => {
  async function conflict() {
    const server = new FakeServer()
    const tab = await visit(server)
    await server.save(named('theirs'), 1)
    tab.type('mine')
    await tab.after(GATHER_MS)
    return { server, tab }
  }

  test('both are kept until somebody decides', async () => {
    const { server, tab } = await conflict()
    expect([tab.state(), tab.context().theirs?.document.name, tab.context().document.name]).toEqual([
      ...['conflict', 'theirs', 'mine'],
    ])
    expect(server.document.name).toBe('theirs')
  })

  test('mine can become the draft', async () => {
    const { server, tab } = await conflict()
    await tab.send('keep mine')
    expect([tab.state(), server.document.name, server.revision]).toEqual(['saved', 'mine', 3])
  })

  test('theirs can be taken, and the editor shows it', async () => {
    const { server, tab } = await conflict()
    await tab.send('take theirs')
    expect([tab.state(), server.revision, tab.context().revision]).toEqual(['saved', 2, 2])
    expect(tab.emitted).toEqual([{ type: 'replaced', document: named('theirs') }])
  })

  test('mine can become a journey of its own', async () => {
    const { server, tab } = await conflict()
    await tab.send('open a copy')
    expect(server.copies).toEqual([named('mine')])
    expect([tab.state(), tab.emitted.at(-1)]).toEqual(['saved', { type: 'copied', key: 'j-2' }])
  })

  test('the question comes again after a reload', async () => {
    const { server, tab } = await conflict()
    const again = await tab.reload()
    expect([again.state(), again.context().document.name]).toEqual(['conflict', 'mine'])
    await again.send('keep mine')
    expect(server.document.name).toBe('mine')
  })

  test('there is nothing to ask where both drew the same', async () => {
    const server = new FakeServer()
    const tab = await visit(server)
    await server.save(named('the same'), 1)
    tab.type('the same')
    await tab.after(GATHER_MS)
    expect([tab.state(), tab.context().revision]).toEqual(['saved', 2])
  })

  test('a third save in between asks again', async () => {
    const { server, tab } = await conflict()
    await server.save(named('theirs again'), 2)
    await tab.send('keep mine')
    expect([tab.state(), tab.context().theirs?.document.name]).toEqual(['conflict', 'theirs again'])
  })
})

describe('two pages of one person without network', () => {
  async function twoOffline() {
    const server = new FakeServer()
    const storage = new FakeStorage()
    const pages = [await visit(server, storage), await visit(server, storage)] as const
    server.network = 'down'
    for (const [at, page] of pages.entries()) {
      page.type(`page ${at + 1}`)
      await page.after(GATHER_MS)
    }
    return { server, storage, pages }
  }

  test('keep their work apart', async () => {
    const { storage } = await twoOffline()
    expect([...storage.items.values()].map((text) => JSON.parse(text).document.name)).toEqual(['page 1', 'page 2'])
  })

  test('ask when the network is back: the second to save says so', async () => {
    const { server, pages } = await twoOffline()
    server.network = 'up'
    await pages[0].send('save')
    await pages[1].send('save')
    expect([pages[1].state(), pages[1].context().document.name, server.document.name]).toEqual([
      ...['conflict', 'page 2', 'page 1'],
    ])
  })

  test('leave both when they are closed: the newest is saved by itself, then the other is asked about', async () => {
    const { server, storage, pages } = await twoOffline()
    for (const page of pages) page.close()
    server.network = 'up'
    const next = await visit(server, storage)
    expect(next.context().document.name).toBe('page 2')
    await next.after(GATHER_MS)
    expect([server.document.name, next.state()]).toEqual(['page 2', 'conflict'])
    expect([next.context().document.name, next.context().theirs?.savedBy]).toEqual(['page 1', 'Ann'])
    expect(next.emitted).toEqual([{ type: 'replaced', document: named('page 1') }])
    await next.send('keep mine')
    expect([server.document.name, next.state(), storage.length]).toEqual(['page 1', 'saved', 0])
  })

  test('leave both to be asked about again where the next page is closed undecided', async () => {
    const { server, storage, pages } = await twoOffline()
    for (const page of pages) page.close()
    server.network = 'up'
    const next = await visit(server, storage)
    await next.after(GATHER_MS)
    const again = await next.reload()
    expect([again.state(), again.context().document.name]).toEqual(['conflict', 'page 1'])
    await again.send('take theirs')
    expect([server.document.name, again.state(), storage.length]).toEqual(['page 2', 'saved', 0])
  })

  test('leave the one that was typed last as the newest, however often the other tried again to save', async () => {
    const { server, storage, pages } = await twoOffline()
    await pages[0].after(60_000)
    for (const page of pages) page.close()
    expect((await visit(server, storage)).context().document.name).toBe('page 2')
  })

  test('that drew the same leave nothing to ask about', async () => {
    const { server, storage, pages } = await twoOffline()
    pages[0].type('page 2')
    for (const page of pages) page.close()
    server.network = 'up'
    const next = await visit(server, storage)
    await next.after(GATHER_MS)
    expect([server.document.name, next.state(), storage.length, next.emitted]).toEqual(['page 2', 'saved', 0, []])
  })

  test('do not take from each other what is still open', async () => {
    const { server, storage, pages } = await twoOffline()
    pages[1].close()
    server.network = 'up'
    const next = await visit(server, storage)
    await next.after(GATHER_MS)
    expect([next.state(), next.context().document.name]).toEqual(['saved', 'page 2'])
    await pages[0].send('save')
    expect([pages[0].state(), pages[0].context().document.name]).toEqual(['conflict', 'page 1'])
  })

  test('lose nothing where a browser cannot tell open pages from closed ones', async () => {
    const { server, storage, pages } = await twoOffline()
    storage.claim = async () => () => {}
    server.network = 'up'
    const third = await visit(server, storage)
    pages[0].type('page 1, and more')
    await third.after(GATHER_MS)
    await third.send('take theirs')
    expect([third.state(), server.document.name]).toEqual(['saved', 'page 2'])
    for (const page of [...pages, third]) page.close()
    const next = await visit(server, storage)
    expect([next.state(), next.context().document.name]).toEqual(['conflict', 'page 1, and more'])
  })
})

test('work that cannot be read stays where it is', async () => {
  const storage = new FakeStorage()
  storage.setItem('waymark.work/main/j/7/broken', '{"document":{}}')
  const tab = await visit(new FakeServer(), storage)
  tab.type('new')
  await tab.after(GATHER_MS)
  expect([...storage.items.keys()]).toEqual(['waymark.work/main/j/7/broken'])
})

test('work on another journey is not found', async () => {
  const storage = new FakeStorage()
  const other = await keptWork({ ws: 'main', journey: 'j-2', person: '7' }, storage, storage.claim, () => 0)
  other.write({ document: named('other'), revision: 1, sent: [] })
  other.leave()
  const tab = await visit(new FakeServer(), storage)
  expect([tab.state(), tab.context().document.name, storage.length]).toEqual(['saved', 'Begun', 1])
})
