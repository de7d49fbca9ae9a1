import { loadSpent } from '../../controls/face.ts'
import { type BudgetState, partsOf } from '../../core/budgets/budgets.ts'
import { pricesOf } from '../../core/budgets/spending.ts'
import { type EdgeTotal, SPECIAL_EDGES } from '../../core/edges.ts'
import { UserError } from '../../core/errors.ts'
import type { JourneyId } from '../../core/ids.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import type { ReentryRefusal } from '../../core/journey/reentry.ts'
import type { Deed } from '../../core/journey/rehearsal.ts'
import { localDate } from '../../core/time/zone.ts'
import type { Ending, Traveller } from '../../core/walk/traveller.ts'
import { loadSendingRules } from '../../reach/face.ts'
import { clockOf } from '../../store/moment.ts'
import type { DbTx } from '../../store/store.ts'
import type { Engine } from '../engine.ts'
import { audienceOf } from '../journeys/audience.ts'
import { compileDraft } from '../journeys/check.ts'
import { NOBODY, type NodeTally, type Totals, talliesOf, totalsOf } from '../journeys/counts.ts'
import { doersOf, hopefulsOf, isForetold, type Outlook } from './hopefuls.ts'
import { type BudgetOutlook, Outlay } from './outlay.ts'
import { type Listener, play, TooSlow } from './play.ts'

const DAY_MS = 86_400_000
/** Members that are looked at, about: of more, an even part stands for all. */
const MOST_MEMBERS = 20_000
const PATIENCE_MS = 20_000

/** One local day to come, in the journey's zone. */
export interface ForecastDay {
  /** YYYY-MM-DD */
  readonly day: string
  entered: number
  completed: number
  /** Messages by channel, points by account. */
  readonly messages: Record<string, number>
  readonly points: Record<string, number>
}

/** What a journey would do to real members in days to come, if they did what they did in as many days before. */
export interface Forecast {
  /** Epoch milliseconds. */
  readonly at: number
  readonly zone: string
  /** Of a thousand members, how many were looked at: the numbers stand for all of them. */
  readonly perMille: number
  readonly nodes: Readonly<Record<string, NodeTally>>
  readonly totals: Totals
  /** Ids of triggers of which the past does not tell who would come: they let nobody in here. */
  readonly unforetold: readonly string[]
  /** Who would come and not be let in, by reason. */
  readonly refused: Readonly<Partial<Record<ReentryRefusal, number>>>
  readonly days: readonly ForecastDay[]
  /** What becomes of its budgets; amounts as they are counted. */
  readonly budgets: readonly BudgetOutlook[]
}

/**
 * Forecasts what is drawn of a journey, or `document`, for so many days. Members do again what they did in as many days before
 * today, and are as they were then; messages arrive. Throws the UserErrors `journey-invalid` and `too-slow`.
 */
export async function forecast(
  engine: Engine,
  tx: DbTx,
  key: string,
  { days, document }: { days: number; document?: unknown },
): Promise<Forecast> {
  const { plan, journey, problems } = await compileDraft(engine, tx, key, document)
  if (!plan) {
    const errors = problems.filter((problem) => problem.severity === 'error')
    throw new UserError('journey-invalid', 'Mend its problems first: then the journey can be forecast.', {
      problems: errors,
    })
  }
  // Most members may be looked at: here reading whole tables is right.
  tx.sql.write(`SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = ${PATIENCE_MS}; SET LOCAL enable_seqscan = on`)
  const [now, span] = [await clockOf(tx), days * DAY_MS]
  const { size } = await audienceOf(tx, plan, { journey, at: now })
  const people = (size ?? 0) + (await doersOf(tx, plan, { now, span }))
  const perMille = people <= MOST_MEMBERS ? 1_000 : Math.max(1, Math.floor((MOST_MEMBERS * 1_000) / people))
  const outlook: Outlook = { journey, now, span, perMille }
  const scale = 1_000 / perMille
  const prices = pricesOf(await loadSendingRules(tx))
  const budgets = await budgetsOf(tx, plan, journey)
  const { tally, outlays } = await patiently(async (until) => {
    const hopefuls = await hopefulsOf(tx, plan, outlook)
    const played = async (refused?: ReturnType<Outlay['reckon']>['refused']) => {
      const listener = new Tally(scale, now, days, plan.zone)
      const outlay = new Outlay(budgets, prices, scale, refused)
      await play(tx, plan, hopefuls, { outlook, listener, outlay, until })
      return { tally: listener, ...outlay.reckon() }
    }
    const first = await played()
    const last = first.refused.size === 0 ? first : await played(first.refused)
    return { tally: last.tally, outlays: first.outlook }
  })
  const totals = tally.edges()
  const tallies = talliesOf(plan, totals)
  return {
    at: now,
    zone: plan.zone,
    perMille,
    nodes: Object.fromEntries(plan.nodes.map(({ id }, i) => [id, tallies[i] ?? NOBODY])),
    totals: totalsOf(
      tallies,
      totals.map((total) => ({ ...total, today: 0 })),
    ),
    unforetold: plan.nodes.flatMap(({ id, trigger }) => (trigger && !isForetold(trigger) ? [id] : [])),
    refused: tally.refusals(),
    days: tally.everyDay(),
    budgets: outlays,
  }
}

/** The budgets of a plan, of which the journey has spent something already. */
async function budgetsOf(tx: DbTx, { settings }: BoundPlan, journey: JourneyId): Promise<BudgetState[]> {
  const spent = await loadSpent(tx, journey)
  return settings.budgets.map(({ of, most }) => ({ of, most: partsOf(of, most), spent: spent.get(of) ?? 0 }))
}

/** Throws the UserError `too-slow` where it takes too long: `until` is what `performance.now()` says then. */
async function patiently<T>(work: (until: number) => Promise<T>): Promise<T> {
  try {
    return await work(performance.now() + PATIENCE_MS)
  } catch (error) {
    const isTimeout = error instanceof Error && 'code' in error && error.code === '57014'
    if (!isTimeout && !(error instanceof TooSlow)) throw error
    const seconds = PATIENCE_MS / 1_000
    throw new UserError('too-slow', `This takes longer than ${seconds} s: look fewer days ahead.`, { seconds })
  }
}

/** Adds up what happens; `scale` is how many members one that is looked at stands for. */
class Tally implements Listener {
  private readonly sums = new Map<string, EdgeTotal>()
  private readonly refusing: Partial<Record<ReentryRefusal, number>> = {}
  private readonly days = new Map<string, ForecastDay>()

  constructor(
    private readonly scale: number,
    from: number,
    days: number,
    private readonly zone: string,
  ) {
    for (let day = 0; day < days; day++) this.dayOf(from + day * DAY_MS)
  }

  entered(trigger: number, at: number): void {
    this.add(trigger, SPECIAL_EDGES.enter, 1)
    this.dayOf(at).entered += this.scale
  }

  refused(reason: ReentryRefusal): void {
    this.refusing[reason] = (this.refusing[reason] ?? 0) + this.scale
  }

  passed(node: number, outcome: number, people: number): void {
    this.add(node, outcome, people)
  }

  did(deed: Deed, at: number): void {
    const { messages, points } = this.dayOf(at)
    if (deed.do === 'message') messages[deed.channel] = (messages[deed.channel] ?? 0) + this.scale
    if (deed.do === 'points') points[deed.account] = (points[deed.account] ?? 0) + deed.amount * this.scale
  }

  reversed(node: number, to: number): void {
    if (to < 0) return
    this.add(node, SPECIAL_EDGES.reversed, 1)
    this.add(to, SPECIAL_EDGES['reversed-in'], 1)
  }

  ended({ node }: Traveller, ending: Ending): void {
    if (ending.kind === 'completed') this.dayOf(ending.at).completed += this.scale
    if (ending.kind === 'failed') this.add(node, SPECIAL_EDGES.failed, 1)
  }

  edges(): EdgeTotal[] {
    return [...this.sums.values()]
  }

  refusals(): Forecast['refused'] {
    return this.refusing
  }

  /** In order; the first and the last may be parts of a day. */
  everyDay(): ForecastDay[] {
    return [...this.days.values()].sort((a, b) => a.day.localeCompare(b.day))
  }

  private add(node: number, outcome: number, people: number): void {
    const key = `${node}/${outcome}`
    const n = (this.sums.get(key)?.n ?? 0) + people * this.scale
    this.sums.set(key, { node, outcome, n })
  }

  private dayOf(at: number): ForecastDay {
    const day = localDate(at, this.zone)
    const known = this.days.get(day)
    if (known) return known
    const made: ForecastDay = { day, entered: 0, completed: 0, messages: {}, points: {} }
    this.days.set(day, made)
    return made
  }
}
