import { io, type Socket } from 'socket.io-client'
import { sessionEvents } from './client.ts'

/** What is watched: `topic` is what the server offers, such as `journey`. */
export interface Watching {
  readonly topic: string
  /** Key of the workspace. */
  readonly ws: string
  readonly key: string
}

export type LiveState = 'live' | 'connecting' | 'refused'

interface Watcher {
  readonly of: Watching
  readonly onMessage: (message: unknown) => void
  readonly onState: (state: LiveState) => void
}

const watchers = new Set<Watcher>()
let socket: Socket | undefined

const same = (a: Watching, b: Watching) => a.topic === b.topic && a.ws === b.ws && a.key === b.key

function subscribe(watcher: Watcher): void {
  socket?.emit('subscribe', watcher.of, (said: { code?: string }) => watcher.onState(said.code ? 'refused' : 'live'))
}

function connect(): Socket {
  const made = io({ transports: ['websocket'] })
  // Also after the server was away: it remembers nobody, and tells the whole state at once.
  made.on('connect', () => {
    for (const watcher of watchers) subscribe(watcher)
  })
  let signedOut = false
  made.on('disconnect', (reason) => {
    for (const watcher of watchers) watcher.onState('connecting')
    // A server that stops says farewell, and the client would take that for the end.
    if (reason === 'io server disconnect' && !signedOut) made.connect()
  })
  made.on('signed-out', () => {
    signedOut = true
    sessionEvents.dispatchEvent(new Event('signed-out'))
  })
  made.on('left', (of: Watching) => {
    for (const watcher of watchers) if (same(watcher.of, of)) watcher.onState('refused')
  })
  made.onAny((topic: string, message: Omit<Watching, 'topic'>) => {
    for (const watcher of watchers) if (same(watcher.of, { ...message, topic })) watcher.onMessage(message)
  })
  return made
}

/**
 * Watches something of a workspace. Every message is the whole state, the first comes at once, and a lost connection is taken up
 * again by itself. Answers how to stop watching.
 */
export function watch(
  of: Watching,
  onMessage: (message: unknown) => void,
  onState: (state: LiveState) => void = () => {},
): () => void {
  const watcher = { of, onMessage, onState }
  watchers.add(watcher)
  onState('connecting')
  if (socket?.connected) subscribe(watcher)
  else socket ??= connect()
  return () => {
    watchers.delete(watcher)
    if (![...watchers].some((other) => same(other.of, of))) socket?.emit('unsubscribe', of)
    if (watchers.size > 0) return
    socket?.disconnect()
    socket = undefined
  }
}
