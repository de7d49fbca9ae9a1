import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import { may, type Permission, type Person, placeOf, type SignIn } from '../access/face.ts'
import type { TenantId } from '../core/ids.ts'
import type { Engine } from '../runtime/engine.ts'
import { isOwnOrigin, webHeaders } from './guard.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly live: Live
  }
}

const RECHECK_MS = 15_000
const MOST_ROOMS = 50
const MOST_BYTES = 16_384

/** Something that can be watched in a workspace, such as the counts of a journey. */
export interface Topic {
  readonly name: string
  readonly asks: Permission
  /** Its key is the id of a person, and nobody else may watch it. */
  readonly own?: true
  /** What somebody who begins to watch is told at once. Undefined: there is nothing of this key. */
  first(tenant: TenantId, key: string): Promise<object | undefined>
}

/** One thing that somebody watches. */
export interface Watched {
  readonly topic: string
  readonly tenant: TenantId
  readonly ws: string
  readonly key: string
}

const Asked = z.strictObject({ topic: z.string().max(40), ws: z.string().max(64), key: z.string().max(200) })
/** `code` is a problem's; without one all is well. */
type Answer = { readonly code?: string }

const roomOf = ({ topic, tenant, key }: Omit<Watched, 'ws'>) => JSON.stringify([topic, tenant, key])

/**
 * What browsers watch, over socket.io. A browser sends `subscribe {topic, ws, key}` and is answered `{}`, or `{code}` as a problem
 * has it; from then on the event named as the topic brings `{ws, key, …}`, always the whole and never a difference, so that whoever
 * missed some loses nothing. `signed-out` and `left` say that the leave to watch has ended.
 */
export class Live {
  private readonly io: Server
  private readonly topics = new Map<string, Topic>()
  private readonly rooms = new Map<string, Watched>()
  private readonly persons = new WeakMap<IncomingMessage, Person>()

  constructor(
    app: FastifyInstance,
    private readonly engine: Engine,
    private readonly signIn: SignIn,
  ) {
    this.io = new Server(app.server, {
      serveClient: false,
      // Polling would need every request of a browser to reach the same process.
      transports: ['websocket'],
      maxHttpBufferSize: MOST_BYTES,
      allowRequest: (request, done) => {
        this.enter(request).then(
          (entered) => done(null, entered),
          () => done('the session could not be looked up', false),
        )
      },
    })
    this.io.of('/').adapter.on('delete-room', (room: string) => this.rooms.delete(room))
    this.io.on('connection', (socket) => {
      socket.on('subscribe', (asked: unknown, done: unknown) => void this.subscribe(socket, asked, done))
      socket.on('unsubscribe', (asked: unknown) => this.unsubscribe(socket, asked))
    })
    const timer = setInterval(() => {
      this.recheck().catch((error: unknown) => app.log.warn({ err: error }, 'live sessions could not be checked'))
    }, RECHECK_MS).unref()
    app.addHook('preClose', async () => {
      clearInterval(timer)
      this.io.disconnectSockets(true)
      this.io.engine.close()
    })
  }

  offer(topic: Topic): void {
    this.topics.set(topic.name, topic)
  }

  /** What of a topic is watched just now: nothing else need be told. */
  watched(topic: string): Watched[] {
    return [...this.rooms.values()].filter((room) => room.topic === topic)
  }

  /** Tells everybody who watches. */
  tell(watched: Watched, message: object): void {
    this.io.to(roomOf(watched)).emit(watched.topic, { ws: watched.ws, key: watched.key, ...message })
  }

  /** Turns out who has signed out since, or may no longer see what they watch. */
  async recheck(): Promise<void> {
    for (const socket of this.io.sockets.sockets.values()) {
      const found = await this.signIn.session(webHeaders(socket.request.headers, ''))
      if (!found) {
        socket.emit('signed-out')
        socket.disconnect(true)
        continue
      }
      for (const room of socket.rooms) {
        const watched = this.rooms.get(room)
        if (!watched || (await this.mayWatch(found.session.person, watched))) continue
        await socket.leave(room)
        socket.emit('left', { topic: watched.topic, ws: watched.ws, key: watched.key })
      }
    }
  }

  private async enter(request: IncomingMessage): Promise<boolean> {
    const { origin, host = '' } = request.headers
    if (origin === undefined || !isOwnOrigin(origin, this.signIn.publicUrl ?? `http://${host}`)) return false
    const found = await this.signIn.session(webHeaders(request.headers, ''))
    if (found) this.persons.set(request, found.session.person)
    return found !== undefined
  }

  private async mayWatch(person: Person, { topic, ws }: Pick<Watched, 'topic' | 'ws'>): Promise<TenantId | undefined> {
    const asks = this.topics.get(topic)?.asks
    const place = await placeOf(this.engine.store, person.id, ws)
    return asks && place && may(place.role, asks) ? place.tenant : undefined
  }

  private async subscribe(socket: Socket, input: unknown, callback: unknown): Promise<void> {
    const answer = (said: Answer) => void (typeof callback === 'function' && callback(said))
    const asked = Asked.safeParse(input)
    if (!asked.success) return answer({ code: 'invalid-request' })
    try {
      answer(await this.join(socket, asked.data))
    } catch {
      answer({ code: 'internal' })
    }
  }

  private async join(socket: Socket, asked: z.infer<typeof Asked>): Promise<Answer> {
    const person = this.persons.get(socket.request)
    const topic = this.topics.get(asked.topic)
    if (!person || !topic) return { code: person ? 'not-found' : 'signed-out' }
    const tenant = await this.mayWatch(person, asked)
    if (tenant === undefined || (topic.own && asked.key !== person.id)) return { code: 'not-allowed' }
    if (socket.rooms.size > MOST_ROOMS) return { code: 'too-many-requests' }
    const watched = { ...asked, tenant }
    // Joined before it is asked for, so that nothing told meanwhile is missed.
    this.rooms.set(roomOf(watched), watched)
    await socket.join(roomOf(watched))
    const first = await topic.first(tenant, asked.key)
    if (!first) {
      await socket.leave(roomOf(watched))
      return { code: 'not-found' }
    }
    socket.emit(topic.name, { ws: asked.ws, key: asked.key, ...first })
    return {}
  }

  private unsubscribe(socket: Socket, input: unknown): void {
    const asked = Asked.safeParse(input)
    if (!asked.success) return
    for (const room of socket.rooms) {
      const { topic, ws, key } = this.rooms.get(room) ?? {}
      if (topic === asked.data.topic && ws === asked.data.ws && key === asked.data.key) void socket.leave(room)
    }
  }
}
