import type { Schedule } from '../journey/audience.ts'
import type { BoundPlan } from '../journey/plan.ts'
import { isHeldOut } from '../journey/reentry.ts'
import { windowOf } from '../journey/window.ts'
import { type Edge, edgesOf, passageOf } from '../path-test/coverage.ts'
import type { PathTest } from '../path-test/path-test.ts'
import { observe, runPathTest } from '../path-test/run.ts'
import { stranger } from '../simulate/person.ts'
import { simulate } from '../simulate/simulate.ts'
import type { Script } from '../simulate/story.ts'
import { type Calendar, WEEKDAYS_ALONE } from '../time/calendar.ts'
import { testOf } from './as-test.ts'
import { entrancesOf, mutationsOf, type Played } from './mutate.ts'

const MINUTE_MS = 60_000
/** Time that passes after the last event: no wait is longer than two years. */
const LONG_MS = 3 * 366 * 86_400_000
/** Scripts that are played for one journey, and those of a node that others are made of. */
const MOST_PLAYS = 5_000
const MOST_BASES = 6
const MOST_MEMBERS = 10_000

/** An edge that no case reached. It may be reachable all the same: the search only tries what settings suggest. */
export type Unreached = { readonly edge: Edge } & (
  | { readonly why: 'nobody-came' }
  /** Those who came left by other ways. */
  | { readonly why: 'left-otherwise'; readonly ways: readonly string[] }
)

export interface Cases {
  readonly tests: readonly PathTest[]
  readonly unreached: readonly Unreached[]
  /** How many scripts were played. */
  readonly plays: number
}

export interface SearchOptions {
  /** When cases begin unless the journey asks for another time; epoch milliseconds. */
  readonly startsAt: number
  readonly calendar?: Calendar
  /** The first time from `after` on that a trigger takes its audience; absent: it does so when cases begin. */
  readonly firesAt?: (firing: Schedule, zone: string, after: number) => number | undefined
  /** Passages that need no case: those that tests pass already. */
  readonly covered?: ReadonlySet<string>
}

/** Looks for cases that pass every drawn edge, by playing what the settings of the nodes suggest. The same plan has always the same cases. */
export function casesOf(plan: BoundPlan, options: SearchOptions): Cases {
  return new Search(plan, options).cases()
}

class Search {
  private readonly found: { played: Played; adds: string[] }[] = []
  private readonly passed: Set<string>
  /** Played scripts that come to a node, by its id. */
  private readonly bases = new Map<string, Played[]>()
  private readonly seen = new Set<string>()
  private readonly wanted: readonly Edge[]
  private readonly calendar: Calendar
  private plays = 0

  constructor(
    private readonly plan: BoundPlan,
    private readonly options: SearchOptions,
  ) {
    this.calendar = options.calendar ?? WEEKDAYS_ALONE
    this.passed = new Set(options.covered)
    this.wanted = edgesOf(plan).filter((edge) => !this.passed.has(passageOf(edge)))
  }

  cases(): Cases {
    if (this.wanted.length > 0) this.search()
    const tests = this.fewest()
    const reached = new Set([...(this.options.covered ?? []), ...tests.flatMap(({ expect }) => expect.path)])
    const unreached = this.wanted.filter((edge) => !reached.has(passageOf(edge)))
    return { tests, unreached: unreached.map((edge) => this.whyNot(edge)), plays: this.plays }
  }

  private search(): void {
    for (const script of entrancesOf(this.plan, this.somebody(), this.beginning(), this.firesAt)) this.play(script)
    for (let before = -1; before < this.seen.size && this.left().length > 0; ) {
      before = this.seen.size
      for (const edge of this.left()) this.seek(edge)
    }
  }

  private left(): Edge[] {
    return this.wanted.filter((edge) => !this.passed.has(passageOf(edge)))
  }

  /** Tries to take those who come to the edge's node out by it. */
  private seek(edge: Edge): void {
    const node = this.plan.nodes.find(({ id }) => id === edge.from)
    if (!node) return
    for (const [i, base] of [...(this.bases.get(node.id) ?? [])].entries())
      for (const script of mutationsOf(this.plan, node, base)) {
        // By whichever way they come, the same members draw the same arms.
        if (i > 0 && script.person.member !== base.script.person.member) continue
        if (this.passed.has(passageOf(edge)) || this.plays >= MOST_PLAYS) return
        this.play(script)
      }
  }

  private play(script: Script): void {
    const key = JSON.stringify(script)
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.plays++
    const end = Math.max(script.startsAt, ...script.happenings.map(({ at }) => at)) + LONG_MS
    const happenings = [...script.happenings, { do: 'wait', at: end } as const]
    const { story } = simulate(this.plan, { ...script, happenings }, { calendar: this.calendar })
    const { path } = observe(story)
    const played = { script, story, path }
    for (const node of new Set(path.map((passage) => passage.node))) this.keep(node, played)
    const adds = [...new Set(path.map(({ name }) => name))].filter((name) => !this.passed.has(name))
    if (adds.length === 0) return
    for (const name of adds) this.passed.add(name)
    this.found.push({ played, adds })
  }

  /** Others are made of those that came to a node, or left it, by ways of their own. */
  private keep(node: string, played: Played): void {
    const kept = this.bases.get(node) ?? []
    if (kept.length >= MOST_BASES) return
    const way = wayThrough(node, played)
    if (kept.some((other) => wayThrough(node, other) === way)) return
    this.bases.set(node, [...kept, played])
  }

  /** Cases as tests, without those whose edges others pass as well. */
  private fewest(): PathTest[] {
    const names = new Set(this.wanted.map(passageOf))
    const all = this.found.map(({ played, adds }) => {
      const told = adds.filter((name) => names.has(name))
      return testOf(this.plan, played, told.length > 0 ? told : adds)
    })
    const sound = all.filter((test) => runPathTest(this.plan, test, this.calendar).differences.length === 0)
    const kept = new Set(sound)
    for (const test of sound) {
      const others = new Set([...kept].filter((other) => other !== test).flatMap(({ expect }) => expect.path))
      const alone = this.wanted.some((edge) => {
        const name = passageOf(edge)
        return test.expect.path.includes(name) && !others.has(name)
      })
      if (!alone) kept.delete(test)
    }
    return [...kept]
  }

  private whyNot(edge: Edge): Unreached {
    const passages = [...this.bases.values()].flat().flatMap(({ path }) => path)
    const ways = passages.filter(({ node }) => node === edge.from)
    if (ways.length === 0) return { edge, why: 'nobody-came' }
    return { edge, why: 'left-otherwise', ways: [...new Set(ways.map(({ name }) => name))].sort() }
  }

  private somebody() {
    let member = 1
    while (member < MOST_MEMBERS && isHeldOut(this.plan.settings, 0, member)) member++
    return stranger(member)
  }

  private readonly firesAt = (firing: Schedule): number => {
    const { firesAt } = this.options
    const beginning = this.beginning()
    const at = firesAt?.(firing, this.plan.zone, beginning)
    return at !== undefined && at < windowOf(this.plan.settings).until ? at : beginning
  }

  /** To the minute, and while the journey takes people. */
  private beginning(): number {
    const { from, until } = windowOf(this.plan.settings)
    const { startsAt } = this.options
    const open = startsAt >= from && startsAt < until ? startsAt : from
    return Math.ceil((Number.isFinite(open) ? open : startsAt) / MINUTE_MS) * MINUTE_MS
  }
}

/** The passages to a node and the one out of it, as one text. */
function wayThrough(node: string, { path }: Played): string {
  const there = path.findIndex((passage) => passage.node === node)
  const way = path.slice(0, there + 1).map(({ name }) => name)
  return way.join(' ')
}
