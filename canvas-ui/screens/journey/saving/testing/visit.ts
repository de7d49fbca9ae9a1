import { createActor, fromPromise, SimulatedClock } from 'xstate'
import { keptWork } from '../kept.ts'
import { type SavingEmitted, savingMachine } from '../machine.ts'
import { type FakeServer, FakeStorage, named } from './fakes.ts'

/** Promises of the fake server settle within this many turns. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** A page that opens the draft in the editor, in a browser that may have had others open. */
export async function visit(server: FakeServer, storage = new FakeStorage()) {
  const work = await keptWork({ ws: 'main', journey: 'j', person: '7' }, storage, storage.claim, () => storage.now++)
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
        if (!work.write({ document, revision, sent: [...sent] })) self.send({ type: 'no room' })
      },
      forget: () => work.forget(),
      take: ({ context: { from } }) => {
        if (from) work.take(from)
      },
    },
  })
  const actor = createActor(machine, { input: { server: server.draft, found: work.found, me: 'Ann' }, clock })
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
    /** Nothing more happens here, and what the browser keeps stays. */
    close() {
      actor.stop()
      work.leave()
    },
    reload() {
      this.close()
      return visit(server, storage)
    },
  }
}
