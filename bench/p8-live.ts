import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Intake } from '../engine/runtime/intake.ts'
import { audienceByEvent } from './audience-journey.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { startInProcess } from './in-process.ts'
import type { Arrival, Said } from './p8-browsers.ts'
import { type BenchResult, quantile, resultOf } from './results.ts'
import { type BenchServer, serve } from './server.ts'
import { watchedStore } from './watched-store.ts'

const BROWSERS = 500
const PROCESSES = 2
const ROUNDS = 5
const SECONDS = 10
/** Members who enter in a second, at random moments. */
const RATE = 100
const MEMBERS = 20_000
/** All that was committed must have been told this long after. */
const PATIENCE_MS = 5_000

/** The change that made so many come to the waiting node, and when it was committed: epoch milliseconds. */
type Change = Arrival

/** From the commit of a change to the arrival of counts that include it, at 500 browsers and at one, in turn. */
export async function liveLag(say: (line: string) => void): Promise<BenchResult[]> {
  const plain = await benchEnvironment()
  const changes: Change[] = []
  let passed = 0
  const store = watchedStore(plain.engine.store, (members, at) => {
    passed += members.length
    changes.push([passed, performance.timeOrigin + at])
  })
  const e = { ...plain, engine: { ...plain.engine, store } }
  const server = await serve(plain)
  const runtime = startInProcess(e)
  try {
    await e.owner.query(
      `WITH m AS (INSERT INTO member (tenant_id, attributes, created_at)
         SELECT $1, jsonb_build_object('tier', i % 4), now() FROM generate_series(1, $2::int) i RETURNING id)
       INSERT INTO identity (tenant_id, namespace, value, member_id) SELECT $1, 'user', id::text, id FROM m`,
      [e.tenant, MEMBERS],
    )
    await e.owner.query('VACUUM ANALYZE')
    await e.publish(audienceByEvent)
    const enter = entering(e)
    const done = async (posted: number) => {
      for (const until = performance.now() + PATIENCE_MS; passed < posted; await pause(20))
        if (performance.now() > until) throw new Error(`${posted - passed} members were not walked`)
    }
    await enter(2) // what is compiled at first use is
    const lags: Record<'p50' | 'p99' | 'cores', number[]>[] = [1, BROWSERS].map(() => ({ p50: [], p99: [], cores: [] }))
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, browsers] of [1, BROWSERS].entries()) {
        const crowd = await open(server, browsers)
        await crowd.arrivals()
        changes.splice(0)
        const before = server.cpuSeconds()
        const posted = await enter(SECONDS)
        const cores = (server.cpuSeconds() - before) / SECONDS
        await done(posted)
        const all = await crowd.lags(changes)
        const figures = { p50: quantile(all, 0.5), p99: quantile(all, 0.99), cores }
        for (const name of ['p50', 'p99', 'cores'] as const) lags[i]?.[name].push(figures[name])
        crowd.close()
        say(
          `P8 round ${round + 1}: ${browsers} browsers, ${changes.length} commits: p50 ${Math.round(figures.p50)} ms, p99 ${Math.round(figures.p99)} ms, server ${cores.toFixed(2)} cores`,
        )
      }
    }
    const [one, many] = lags
    const head = { id: 'P8', name: `live counts, ${BROWSERS} browsers` }
    const beside = (name: 'p50' | 'p99' | 'cores') => ({ 'one browser': one?.[name] ?? [] })
    return [
      resultOf(
        { ...head, name: `${head.name}: lag`, unit: 'ms p99', goal: '≤ 1 s' },
        many?.p99 ?? [],
        beside('p99'),
        ({ median }) => median <= 1_000,
      ),
      resultOf(
        { ...head, name: `${head.name}: middle lag`, unit: 'ms p50', goal: '≤ 1 s' },
        many?.p50 ?? [],
        beside('p50'),
        ({ median }) => median <= 1_000,
      ),
      resultOf(
        { ...head, name: `${head.name}: the server`, unit: 'cores', goal: 'less than one' },
        many?.cores ?? [],
        beside('cores'),
        ({ median }) => median < 1,
      ),
    ]
  } finally {
    await runtime.stop()
    await server.stop()
    await plain.close()
  }
}

/** Lets new members enter at random moments, for so many seconds; answers how many have so far. */
function entering(e: BenchEnvironment) {
  const intake = new Intake(e.engine)
  let next = 0
  return async (seconds: number): Promise<number> => {
    const began = performance.now()
    for (let due = 0; due < seconds * 1_000; due += (-Math.log(1 - Math.random()) / RATE) * 1_000) {
      await pause(Math.max(0, began + due - performance.now()))
      const person = [{ namespace: 'user', value: String((next++ % MEMBERS) + 1) }]
      void intake.take(e.tenant, [{ person, event: { name: 'joined', properties: {} } }])
    }
    return next
  }
}

/** So many browsers that watch the journey, in two processes. */
async function open({ url, cookie }: BenchServer, browsers: number) {
  const processes = Math.min(browsers, PROCESSES)
  const parts = Array.from({ length: processes }, (_, i) => Math.floor((browsers + i) / processes))
  const children = parts.map((share) =>
    fork(fileURLToPath(new URL('./p8-browsers.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        WATCH: JSON.stringify({ url, cookie, ws: 'bench', key: audienceByEvent.key, node: 'wait', browsers: share }),
      },
    }),
  )
  for (const child of children) child.setMaxListeners(0) // each question listens for an end
  await Promise.all(children.map(said))
  /** By browser, since it was asked last. */
  const arrivals = async (): Promise<Arrival[][]> => {
    const answers = children.map(said)
    for (const child of children) child.send('arrivals')
    return (await Promise.all(answers)).flatMap((answer) => ('arrivals' in answer ? answer.arrivals : []))
  }
  return {
    arrivals,
    /** Milliseconds from each change to each browser. Throws where somebody was not told of one. */
    async lags(changes: readonly Change[]): Promise<number[]> {
      const last = changes.at(-1)?.[0] ?? 0
      const heard: Arrival[][] = Array.from({ length: browsers }, () => [])
      for (const until = performance.now() + PATIENCE_MS; ; await pause(200)) {
        for (const [i, some] of (await arrivals()).entries()) heard[i]?.push(...some)
        if (heard.every((of) => (of.at(-1)?.[0] ?? 0) >= last)) break
        if (performance.now() > until) throw new Error('somebody was not told of the last change')
      }
      return heard.flatMap((of) => lagsOf(changes, of))
    },
    close() {
      for (const child of children) child.disconnect()
    },
  }
}

function lagsOf(changes: readonly Change[], heard: readonly Arrival[]): number[] {
  let next = 0
  return changes.map(([entered, committed]) => {
    while ((heard[next]?.[0] ?? Number.POSITIVE_INFINITY) < entered) next++
    return (heard[next]?.[1] ?? Number.NaN) - committed
  })
}

/** The next thing a process of browsers says. Throws where it ends instead. */
async function said(child: ChildProcess): Promise<Said> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('browsers were cut off: see above')))
  const [message] = await Promise.race([once(child, 'message'), ended])
  return message as Said // p8-browsers.ts says nothing else
}
