import { describe, expect, test } from 'vitest'
import { isSame } from '../../../../engine/core/same.ts'
import { Problem } from '../../../api/problem.ts'
import { GATHER_MS } from './machine.ts'
import { FakeServer, FakeStorage } from './testing/fakes.ts'
import { visit } from './testing/visit.ts'

describe('saving a draft', () => {
  test('gathers what is typed within a second into one save', async () => {
    const server = new FakeServer()
    const tab = await visit(server)
    tab.type('B')
    tab.type('Bi')
    await tab.after(GATHER_MS)
    expect([server.document.name, server.saves, tab.state()]).toEqual(['Bi', 1, 'saved'])
  })

  test('saves again what was typed while a save was on its way', async () => {
    const server = new FakeServer()
    const tab = await visit(server)
    tab.type('first')
    const answered = tab.after(GATHER_MS)
    tab.type('second')
    await answered
    expect(tab.state()).toBe('gathering')
    await tab.after(GATHER_MS)
    expect([server.document.name, server.revision]).toEqual(['second', 3])
  })

  test('keeps nothing in the browser once the server has it', async () => {
    const tab = await visit(new FakeServer())
    tab.type('new')
    expect(tab.storage.length).toBe(1)
    await tab.after(GATHER_MS)
    expect(tab.storage.length).toBe(0)
  })
})

describe('without network', () => {
  test('says so, keeps the work, and saves by itself when the network is back', async () => {
    const server = new FakeServer()
    server.network = 'down'
    const tab = await visit(server)
    tab.type('offline')
    await tab.after(GATHER_MS)
    expect(tab.state()).toBe('offline')
    server.network = 'up'
    await tab.after(2_000)
    expect([tab.state(), server.document.name]).toEqual(['saved', 'offline'])
  })

  test('tries less and less often, at least twice a minute', async () => {
    const server = new FakeServer()
    server.network = 'down'
    const tab = await visit(server)
    tab.type('offline')
    await tab.after(GATHER_MS)
    for (const wait of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const { tries } = tab.context()
      await tab.after(wait - 1)
      expect(tab.context().tries).toBe(tries)
      await tab.after(1)
      expect(tab.context().tries).toBe(tries + 1)
    }
  })

  test('what was typed is there after a reload, and is saved', async () => {
    const server = new FakeServer()
    server.network = 'down'
    const tab = await visit(server)
    tab.type('typed offline')
    server.network = 'up'
    const again = await tab.reload()
    expect(again.context().document.name).toBe('typed offline')
    await again.after(GATHER_MS)
    expect([again.state(), server.document.name]).toEqual(['saved', 'typed offline'])
  })

  test('a save whose answer was lost is no save by somebody else', async () => {
    const server = new FakeServer()
    const tab = await visit(server)
    tab.type('arrived')
    server.network = 'answers lost'
    await tab.after(GATHER_MS)
    tab.type('arrived, and more')
    server.network = 'up'
    await tab.send('save')
    await tab.after(GATHER_MS)
    expect([tab.state(), server.document.name]).toEqual(['saved', 'arrived, and more'])
  })

  test('nor after a reload', async () => {
    const server = new FakeServer()
    const tab = await visit(server)
    tab.type('arrived')
    server.network = 'answers lost'
    await tab.after(GATHER_MS)
    tab.type('arrived, and more')
    server.network = 'up'
    const again = await tab.reload()
    await again.after(GATHER_MS)
    expect([again.state(), server.document.name]).toEqual(['saved', 'arrived, and more'])
  })

  test('says that nothing is kept where the browser has no room', async () => {
    const server = new FakeServer()
    server.network = 'down'
    const storage = new FakeStorage()
    storage.room = 10
    const tab = await visit(server, storage)
    tab.type('long')
    expect(tab.context().isKept).toBe(false)
  })
})

describe('a save that is refused', () => {
  test('is tried again by itself where the server fails', async () => {
    const server = new FakeServer()
    server.refuses = Problem.of(500, { code: 'internal' })
    const tab = await visit(server)
    tab.type('new')
    await tab.after(GATHER_MS)
    expect(tab.state()).toBe('failed')
    server.refuses = undefined
    await tab.after(2_000)
    expect(tab.state()).toBe('saved')
  })

  test('waits for the person where the session has ended, and goes on when they are back', async () => {
    const server = new FakeServer()
    server.refuses = Problem.of(401, { code: 'signed-out' })
    const tab = await visit(server)
    tab.type('new')
    await tab.after(GATHER_MS)
    await tab.after(3_600_000)
    expect([tab.state(), tab.context().refusal?.kind, tab.context().tries]).toEqual(['stuck', 'signed-out', 1])
    server.refuses = undefined
    await tab.send('save')
    expect([tab.state(), server.document.name]).toEqual(['saved', 'new'])
  })

  test('waits for a change where the document is at fault', async () => {
    const server = new FakeServer()
    server.refuses = Problem.of(400, { code: 'document-invalid' })
    const tab = await visit(server)
    tab.type('wrong')
    await tab.after(GATHER_MS)
    expect(tab.state()).toBe('stuck')
    server.refuses = undefined
    tab.type('right')
    await tab.after(GATHER_MS)
    expect([tab.state(), server.document.name]).toEqual(['saved', 'right'])
  })
})

test('the order of keys says nothing', () => {
  expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true)
})
