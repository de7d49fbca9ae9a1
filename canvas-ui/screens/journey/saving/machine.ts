import { assign, emit, enqueueActions, fromPromise, setup } from 'xstate'
import type { JourneyDocument } from '../../../../engine/core/journey/document.ts'
import { begin, isAlike, type SavingContext, type SavingInput } from './begin.ts'
import { fingerprint } from './kept.ts'
import { refusalOf, type Theirs } from './refusal.ts'

/** So long after a change it is saved, with all that came meanwhile. */
export const GATHER_MS = 1_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 30_000

export type SavingEvent =
  | { readonly type: 'change'; readonly document: JourneyDocument }
  /** Do not wait any longer: a person asked, the network is back, or somebody signed in again. */
  | { readonly type: 'save' }
  | { readonly type: 'no room' }
  /** The server gave what is saved another revision. */
  | { readonly type: 'published'; readonly revision: number }
  | { readonly type: 'keep mine' | 'take theirs' | 'open a copy' }

export type SavingEmitted =
  /** The editor must show this instead. */
  | { readonly type: 'replaced'; readonly document: JourneyDocument }
  /** Mine is a journey of its own now. */
  | { readonly type: 'copied'; readonly key: string }

/**
 * The saving of one draft. Whatever is typed is kept by this browser (`keep`) before it is sent, until the server has it (`forget`).
 * Effects come from outside: the actors `save` and `copy`, the actions `keep`, `forget` and `take` (what was found), the clock.
 */
export const savingMachine = setup({
  types: {
    context: {} as SavingContext, // XState reads types from values
    events: {} as SavingEvent,
    input: {} as SavingInput,
    emitted: {} as SavingEmitted,
  },
  actors: {
    save: fromPromise<
      { readonly revision: number; readonly savedAt: string },
      Pick<SavingContext, 'document' | 'revision'>
    >(() => Promise.reject(new Error('save must be provided'))),
    copy: fromPromise<string, { readonly document: JourneyDocument }>(() =>
      Promise.reject(new Error('copy must be provided')),
    ),
  },
  actions: {
    keep: () => {},
    forget: () => {},
    take: () => {},
    takeTheirs: assign(({ context }) => ({ ...context, ...context.theirs, theirs: undefined, sent: [], tries: 0 })),
    beginNext: enqueueActions(({ context: { document, revision, savedAt, found, me }, enqueue }) => {
      const next = begin({ server: { document, revision, savedAt, savedBy: me }, found, me })
      enqueue.assign(next)
      if (next.document !== document) enqueue.emit({ type: 'replaced', document: next.document })
    }),
    showDocument: emit(({ context }) => ({ type: 'replaced' as const, document: context.document })),
  },
  delays: {
    gather: GATHER_MS,
    retry: ({ context }) => Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, context.tries - 1)),
  },
}).createMachine({
  id: 'saving',
  context: ({ input }) => begin(input),
  initial: 'opening',
  on: {
    // Kept at once, wherever the saving stands.
    change: { actions: [assign({ document: ({ event }) => event.document }), 'keep'] },
    'no room': { actions: assign({ isKept: false }) },
    published: { actions: assign({ revision: ({ event }) => event.revision }) },
  },
  states: {
    opening: {
      entry: 'take',
      always: [
        { guard: ({ context }) => context.theirs !== undefined, target: 'conflict' },
        { guard: ({ context }) => context.isBehind, target: 'gathering' },
        { target: 'saved' },
      ],
    },
    saved: {
      entry: [assign({ sending: undefined, sent: [], refusal: undefined, tries: 0, isKept: true }), 'forget'],
      always: { guard: ({ context }) => context.found.length > 0, target: 'opening', actions: 'beginNext' },
      on: {
        change: { target: 'gathering', actions: [assign({ document: ({ event }) => event.document }), 'keep'] },
      },
    },
    gathering: { after: { gather: 'saving' }, on: { save: 'saving' } },
    saving: {
      entry: [
        assign({
          sending: ({ context }) => context.document,
          sent: ({ context: { sent, document } }) => [...new Set([...sent, fingerprint(document)])],
        }),
        'keep',
      ],
      invoke: {
        src: 'save',
        input: ({ context: { document, revision } }) => ({ document, revision }),
        onDone: {
          target: 'answered',
          actions: assign(({ event }) => ({ ...event.output, sent: [], refusal: undefined, tries: 0 })),
        },
        onError: {
          target: 'refused',
          actions: assign(({ context, event }) => ({ refusal: refusalOf(event.error), tries: context.tries + 1 })),
        },
      },
    },
    answered: {
      always: [
        { guard: ({ context }) => context.document === context.sending, target: 'saved' },
        // What is kept now builds upon the new revision.
        { target: 'gathering', actions: 'keep' },
      ],
    },
    refused: {
      always: [
        {
          guard: ({ context: { refusal, document } }) =>
            refusal?.kind === 'changed' && isAlike(refusal.theirs.document, document),
          target: 'saved',
          actions: assign(({ context: { refusal } }) => (refusal?.kind === 'changed' ? onto(refusal.theirs) : {})),
        },
        {
          // It was ours: the answer was lost on its way.
          guard: ({ context: { refusal, sent } }) =>
            refusal?.kind === 'changed' && sent.includes(fingerprint(refusal.theirs.document)),
          target: 'gathering',
          actions: [
            assign(({ context: { refusal } }) => (refusal?.kind === 'changed' ? onto(refusal.theirs) : {})),
            'keep',
          ],
        },
        {
          guard: ({ context: { refusal } }) => refusal?.kind === 'changed',
          target: 'conflict',
          actions: assign({
            theirs: ({ context: { refusal } }) => (refusal?.kind === 'changed' ? refusal.theirs : undefined),
          }),
        },
        { guard: ({ context: { refusal } }) => refusal?.kind === 'offline', target: 'offline' },
        { guard: ({ context: { refusal } }) => refusal?.kind === 'busy', target: 'failed' },
        { target: 'stuck' },
      ],
    },
    /** Tried again by itself, also while the browser believes that it is online. */
    offline: { after: { retry: 'saving' }, on: { save: 'saving' } },
    failed: { after: { retry: 'saving' }, on: { save: 'saving' } },
    /** Somebody has to do something: sign in again, or change what is refused. */
    stuck: {
      on: {
        save: 'saving',
        change: { target: 'gathering', actions: [assign({ document: ({ event }) => event.document }), 'keep'] },
      },
    },
    conflict: {
      on: {
        'keep mine': {
          target: 'saving',
          actions: assign(({ context: { theirs, revision } }) => ({
            ...{ revision: theirs?.revision ?? revision, theirs: undefined, sent: [], refusal: undefined, tries: 0 },
          })),
        },
        'take theirs': { target: 'saved', actions: ['takeTheirs', 'showDocument'] },
        'open a copy': 'copying',
      },
    },
    copying: {
      invoke: {
        src: 'copy',
        input: ({ context: { document } }) => ({ document }),
        onDone: {
          target: 'saved',
          actions: [
            'takeTheirs',
            'showDocument',
            emit(({ event }) => ({ type: 'copied' as const, key: event.output })),
          ],
        },
        onError: { target: 'conflict', actions: assign({ refusal: ({ event }) => refusalOf(event.error) }) },
      },
    },
  },
})

/** The server has this already: what follows builds upon it. */
const onto = ({ revision, savedAt }: Theirs) => ({ revision, savedAt, sent: [], refusal: undefined, tries: 0 })
