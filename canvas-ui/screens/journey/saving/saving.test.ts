import { describe, expect, test } from 'vitest'
import { createActor, fromPromise, SimulatedClock } from 'xstate'
import { Problem } from '../../../api/problem.ts'
import { keptWork } from './kept.ts'
import { GATHER_MS, type SavingEmitted, type SavingInput, savingMachine } from './machine.ts'
import { isSame } from './same.ts'
import { FakeServer, FakeStorage, named } from './testing/fakes.ts'

/** Promises of the fake server settle within this many turns. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

function visit(server: FakeServer, storage = new FakeStorage(), read: SavingInput['server'] = server.draft) {
  const work = keptWork({ ws: 'main', journey: 'j', person: '7' }, storage)
  const clock = new SimulatedClock()
  const emitted: SavingEmitted[] = []
  const machine = savingMachine.provide({
    actors: {
      save: fromPromise(({ input }) => server.save(input.document, input.revision)),
      copy: fromPromise(async ({ input }) => {
        server.copies.push(input.document)
        return `j-${server.copies.length + 1}`
      }),
    },
    actions: {
      keep: ({ context: { document, revision, sent }, self }) => {
        if (!work.write({ document, revision, sent: [...sent], at: 0 })) self.send({ type: 'no room' })
      },
      forget: () => work.forget(),
    },
  })
  const actor = createActor(machine, { input: { server: read, kept: work.read() }, clock })
  actor.on('*', (event) => emitted.push(event))
  actor.start()
  return {
    ...{ actor, emitted, storage },
    state: () => actor.getSnapshot().value,
    context: () => actor.getSnapshot().context,
    type: (name: string) => actor.send({ type: 'change', document: named(name) }),
    /** Winds the clock, and lets the server answer. */
    async after(ms: number) {
      clock.increment(ms)
      await settled()
    },
    async send(type: 'save' | 'keep mine' | 'take theirs' | 'open a copy') {
      actor.send({ type })
      await settled()
    },
    /** The tab is closed or reloaded: nothing more happens here, and what the browser keeps stays. */
    reload() {
      actor.stop()
      return visit(server, storage)
    },
  }
}

describe('saving a draft', () => {
  test('gathers what is typed within a second into one save', async () => {
    const server = new FakeServer()
    const tab = visit(server)
    tab.type('B')
    tab.type('Bi')
    await tab.after(GATHER_MS)
    expect([server.document.name, server.saves, tab.state()]).toEqual(['Bi', 1, 'saved'])
  })

  test('saves again what was typed while a save was on its way', async () => {
    const server = new FakeServer()
    const tab = visit(server)
    tab.type('first')
    const answered = tab.after(GATHER_MS)
    tab.type('second')
    await answered
    expect(tab.state()).toBe('gathering')
    await tab.after(GATHER_MS)
    expect([server.document.name, server.revision]).toEqual(['second', 3])
  })

  test('keeps nothing in the browser once the server has it', async () => {
    const tab = visit(new FakeServer())
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
    const tab = visit(server)
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
    const tab = visit(server)
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
    const tab = visit(server)
    tab.type('typed offline')
    server.network = 'up'
    const again = tab.reload()
    expect(again.context().document.name).toBe('typed offline')
    await again.after(GATHER_MS)
    expect([again.state(), server.document.name]).toEqual(['saved', 'typed offline'])
  })

  test('a save whose answer was lost is no save by somebody else', async () => {
    const server = new FakeServer()
    const tab = visit(server)
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
    const tab = visit(server)
    tab.type('arrived')
    server.network = 'answers lost'
    await tab.after(GATHER_MS)
    tab.type('arrived, and more')
    server.network = 'up'
    const again = tab.reload()
    await again.after(GATHER_MS)
    expect([again.state(), server.document.name]).toEqual(['saved', 'arrived, and more'])
  })

  test('says that nothing is kept where the browser has no room', async () => {
    const server = new FakeServer()
    server.network = 'down'
    const storage = new FakeStorage()
    storage.room = 10
    const tab = visit(server, storage)
    tab.type('long')
    expect(tab.context().isKept).toBe(false)
  })
})

describe('a save that is refused', () => {
  test('is tried again by itself where the server fails', async () => {
    const server = new FakeServer()
    server.refuses = Problem.of(500, { code: 'internal' })
    const tab = visit(server)
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
    const tab = visit(server)
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
    const tab = visit(server)
    tab.type('wrong')
    await tab.after(GATHER_MS)
    expect(tab.state()).toBe('stuck')
    server.refuses = undefined
    tab.type('right')
    await tab.after(GATHER_MS)
    expect([tab.state(), server.document.name]).toEqual(['saved', 'right'])
  })
})

describe('when somebody else saved first', () => {
  async function conflict() {
    const server = new FakeServer()
    const tab = visit(server)
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
    const again = tab.reload()
    expect([again.state(), again.context().document.name]).toEqual(['conflict', 'mine'])
    await again.send('keep mine')
    expect(server.document.name).toBe('mine')
  })

  test('there is nothing to ask where both drew the same', async () => {
    const server = new FakeServer()
    const tab = visit(server)
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

test('the order of keys says nothing', () => {
  expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true)
})
