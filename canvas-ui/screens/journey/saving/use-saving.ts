import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Actor, createActor, fromPromise } from 'xstate'
import { answered, api } from '../../../api/client.ts'
import { useSession } from '../../../app/session.tsx'
import { claimByLock } from './claim.ts'
import { type KeptWork, keptWork } from './kept.ts'
import { type SavingEmitted, savingMachine } from './machine.ts'
import type { Theirs } from './refusal.ts'

/** A network that swallows answers must not hold the saving for ever. */
const ANSWER_MS = 20_000

export type Saving = Actor<typeof savingMachine>

interface SavedDraft {
  readonly ws: string
  readonly journey: string
  /** Who draws. */
  readonly person: { readonly id: string; readonly name: string }
  /** The draft as the server has it. */
  readonly server: Theirs
  /** Makes the name of a copy. */
  readonly copyName: (name: string) => string
  readonly onEmitted: (event: SavingEmitted) => void
}

const savingOf = ({ ws, journey, copyName }: SavedDraft, work: KeptWork) =>
  savingMachine.provide({
    actors: {
      save: fromPromise(({ input: { document, revision } }) =>
        answered(
          api.PUT('/api/w/{ws}/journeys/{key}/draft', {
            params: { path: { ws, key: journey }, header: { 'if-match': `"${revision}"` } },
            body: { document },
            signal: AbortSignal.timeout(ANSWER_MS),
          }),
        ),
      ),
      copy: fromPromise(async ({ input: { document } }) => {
        const name = copyName(document.name)
        const body = { name, document: { ...document, name } }
        return (await answered(api.POST('/api/w/{ws}/journeys', { params: { path: { ws } }, body }))).key
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

/** Saves at once when the network is back, and when the page is looked away from. Answers how to stop that. */
function heedPage(actor: Saving): () => void {
  const save = () => actor.send({ type: 'save' })
  const hide = () => document.visibilityState === 'hidden' && save()
  addEventListener('online', save)
  document.addEventListener('visibilitychange', hide)
  return () => {
    removeEventListener('online', save)
    document.removeEventListener('visibilitychange', hide)
  }
}

/** The saving of a draft while its editor is open; undefined until it has begun. Only the first `draft` counts. */
export function useSaving(first: SavedDraft): Saving | undefined {
  const [draft] = useState(first)
  const [saving, setSaving] = useState<Saving>()
  const { ended } = useSession()
  useEffect(() => {
    const { ws, journey, person } = draft
    let left = false
    let stop = () => {}
    const begin = async () => {
      const work = await keptWork({ ws, journey, person: person.id }, localStorage, claimByLock, Date.now)
      if (left) return work.leave()
      const actor = createActor(savingOf(draft, work), {
        input: { server: draft.server, found: work.found, me: person.name },
      })
      actor.on('*', draft.onEmitted)
      actor.start()
      setSaving(actor)
      const forgetPage = heedPage(actor)
      stop = () => {
        forgetPage()
        // On its way to the server while the screen goes; what this browser keeps is compared at the next visit.
        actor.send({ type: 'save' })
        actor.stop()
        work.leave()
      }
    }
    void begin()
    return () => {
      left = true
      stop()
    }
  }, [draft])
  useEffect(() => {
    if (!ended) saving?.send({ type: 'save' })
  }, [ended, saving])
  return saving
}

/** What a running saving says, again whenever it changes. */
export function useSnapshot(saving: Saving) {
  return useSyncExternalStore(
    (listener) => {
      const { unsubscribe } = saving.subscribe(listener)
      return unsubscribe
    },
    () => saving.getSnapshot(),
  )
}
