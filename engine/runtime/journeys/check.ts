import { type Prices, pricesOf } from '../../core/budgets/spending.ts'
import type { JourneyId, VersionId } from '../../core/ids.ts'
import type { ApprovalReason } from '../../core/journey/approval.ts'
import { goesByHolidays } from '../../core/journey/audience.ts'
import { compile, parseDocument } from '../../core/journey/compile.ts'
import type { JourneyDocument } from '../../core/journey/document.ts'
import type { InFlight } from '../../core/journey/in-flight.ts'
import { type BoundPlan, bindPlan } from '../../core/journey/plan.ts'
import type { Problem } from '../../core/journey/problems.ts'
import { turningOf } from '../../core/journey/turning.ts'
import type { Warning } from '../../core/journey/warnings.ts'
import { windowOf } from '../../core/journey/window.ts'
import { opposite, shifted } from '../../core/time/anniversary.ts'
import { type Calendar, isKnownYear } from '../../core/time/calendar.ts'
import { addDuration } from '../../core/time/duration.ts'
import { localDate, localDateTime } from '../../core/time/zone.ts'
import { listSegments, loadCalendar } from '../../members/face.ts'
import { loadSendingRules } from '../../reach/face.ts'
import { clockOf } from '../../store/moment.ts'
import type { DbTx } from '../../store/store.ts'
import { reasonsOf } from '../approvals/rules.ts'
import { firstFire } from '../clock.ts'
import { lockedJourney, unknownJourney } from '../control.ts'
import { type Engine, planOf } from '../engine.ts'
import { testProblems } from '../path-tests.ts'
import { knownReferences, publish } from '../publish.ts'
import { audienceOf, type Unreached, unreachedOf } from './audience.ts'
import { type BudgetPlan, budgetPlans } from './budgets.ts'
import { type Author, draftOf, refuseChanged } from './drafts.ts'

export interface Checked {
  /** Of both severities, as the compiler finds them: errors refuse publishing. */
  readonly problems: readonly Problem[]
  /** What is odd as the workspace is now. */
  readonly warnings: readonly Warning[]
  /** Members whom the triggers would take now; null where no trigger has an audience, or errors hide it. */
  readonly audience: number | null
  /** What publishing would make of the journey's budgets; none where errors hide it. */
  readonly budgets: readonly BudgetPlan[]
  /** Why a second person must publish it; none: whoever may publish does so alone, or errors hide it. */
  readonly approval: readonly ApprovalReason[]
}

interface Compiled {
  readonly journey: JourneyId
  readonly plan?: BoundPlan
  readonly document?: JourneyDocument
  /** What was published last. */
  readonly live: JourneyDocument | undefined
  readonly problems: readonly Problem[]
}

/** What is drawn of a journey, or `input`, as publishing would compile it. Throws a UserError where there is no such journey. */
export async function compileDraft(engine: Engine, tx: DbTx, key: string, input?: unknown): Promise<Compiled> {
  const journey = await tx.db.journey.findFirst({ where: { key } })
  if (!journey) throw unknownJourney(key)
  const id = Number(journey.id) as JourneyId // a key of the table
  const drawn = input ?? (await draftOf(tx, { ...journey, id })).document
  const { zone } = await tx.db.tenant.findUniqueOrThrow({ where: { id: BigInt(tx.tenant) } })
  const version = journey.versionId ? await tx.db.version.findFirst({ where: { id: journey.versionId } }) : null
  const { keys = {} } = version ? await planOf(engine, tx, Number(version.id) as VersionId) : {}
  const live = version ? parseDocument(version.document).document : undefined
  const exists = await knownReferences(tx)
  const { plan, ...found } = compile(drawn, engine.registry, { zone, exists, keys })
  return { journey: id, live, ...found, ...(plan && { plan: bindPlan(plan, engine.registry) }) }
}

/** Looks through what is drawn of a journey, or through `input`, as publishing would, and at what would become of it. */
export async function checkJourney(engine: Engine, tx: DbTx, key: string, input?: unknown): Promise<Checked> {
  const { journey, plan: bound, document, live, problems: found } = await compileDraft(engine, tx, key, input)
  if (!bound || !document) return { problems: found, warnings: [], audience: null, budgets: [], approval: [] }
  const problems = [...found, ...(await testProblems(tx, bound, document))]
  const at = await clockOf(tx)
  const calendar = await loadCalendar(tx)
  const { size, sample } = await audienceOf(tx, bound, { journey, at })
  const unreached = await unreachedOf(tx, bound, sample)
  const warnings = [
    ...oddities(bound, at, size, calendar),
    ...unknownYears(bound, at, calendar),
    ...(await crossedByTime(tx, bound)),
    ...unpriced(bound, pricesOf(await loadSendingRules(tx))),
    ...unreached.flatMap(unreachedWarnings),
  ]
  const budgets = await budgetPlans(tx, journey, document.settings.budgets)
  const approval = await reasonsOf(tx, { plan: bound, document, live }, { journey, size })
  return { problems, audience: size, warnings, budgets, approval }
}

/** Holidays of a year are announced in the November before: so long before it, it is worth saying that they are missing. */
const SOON = { amount: 2, unit: 'month' } as const

function oddities(plan: BoundPlan, at: number, size: number | null, calendar: Calendar): Warning[] {
  const warnings: Warning[] = []
  const local = (instant: number) => localDateTime(instant, plan.zone)
  const { until } = windowOf(plan.settings)
  if (until <= at)
    warnings.push({ code: 'window-over', field: 'settings.window.until', params: { local: local(until) } })
  if (!plan.nodes.some((node) => node.definition.ends)) warnings.push({ code: 'no-end', params: {} })
  for (const { id: node, trigger, definition, settings } of plan.nodes) {
    const firing = trigger?.audience?.firing
    const first = firing ? firstFire(firing, plan, at, calendar) : undefined
    if (firing && first === undefined) warnings.push({ code: 'fires-never', node, params: {} })
    if (firing && first !== undefined && first < at)
      warnings.push({ code: 'date-past', node, field: 'firing', params: { local: local(first) } })
    for (const date of definition.dates?.(settings, plan.zone) ?? [])
      if (date.at <= at)
        warnings.push({ code: 'date-past', node, field: date.field, params: { local: local(date.at) } })
  }
  if (size === 0) warnings.push({ code: 'audience-empty', params: {} })
  return warnings
}

/** Years that are near and have no holidays yet, where the journey goes by workdays, told once, or by the days of holidays. */
function unknownYears(plan: BoundPlan, at: number, calendar: Calendar): Warning[] {
  const near = [at, addDuration(at, SOON, plan.zone)].map((instant) => localDate(instant, plan.zone))
  const unknown = (dates: readonly string[], code: Warning['code'], node: string): Warning[] => {
    const years = dates.filter((date) => !isKnownYear(date, calendar)).map((date) => Number(date.slice(0, 4)))
    return [...new Set(years)].map((year) => ({ code, node, params: { year } }))
  }
  const [byWorkdays, byHolidays] = [[] as Warning[], [] as Warning[]]
  for (const { id, requests, trigger } of plan.nodes) {
    const firing = trigger?.audience?.firing
    const goes = firing !== undefined && goesByHolidays(firing)
    if (goes && firing.kind === 'festival') {
      // What it fires on now may lie a year off the holiday.
      const holidays = near.map((date) => shifted(date, opposite(firing.shift)))
      byHolidays.push(...unknown(holidays, 'holiday-unknown', id))
    } else if (byWorkdays.length === 0 && (goes || Object.values(requests).some(({ kind }) => kind === 'calendar')))
      byWorkdays.push(...unknown(near, 'calendar-unknown', id))
  }
  return [...byWorkdays, ...byHolidays]
}

/** Watched segments that people come into or leave while nothing happens. */
async function crossedByTime(tx: DbTx, plan: BoundPlan): Promise<Warning[]> {
  const watching = plan.nodes.flatMap(({ id: node, trigger, definition, settings }) =>
    (trigger?.watches ?? []).map((key) => {
      const field = definition.references?.(settings).find((reference) => reference.key === key)?.field
      return { node, key, ...(field !== undefined && { field }) }
    }),
  )
  if (watching.length === 0) return []
  const segments = new Map((await listSegments(tx)).map((segment) => [segment.key, segment]))
  return watching.flatMap(({ key, ...place }): Warning[] => {
    const segment = segments.get(key)
    if (!segment || !turningOf(segment.rule).byTime) return []
    return [{ code: 'crosses-by-time', ...place, params: { segment: segment.name } }]
  })
}

/** A budget of money counts nothing where no channel has a price. */
function unpriced({ settings, nodes }: BoundPlan, prices: Prices): Warning[] {
  const paying = nodes.filter(({ spender }) => spender?.kinds.includes('money'))
  if (paying.length === 0 || paying.some(({ sends }) => sends && (prices[sends.channel] ?? 0) > 0)) return []
  const index = settings.budgets.findIndex(({ of }) => of === 'money')
  return [{ code: 'budget-unpriced', field: `settings.budgets.${index}.most`, params: {} }]
}

/** Reasons that an operator meets by one measure. */
const NO_CONSENT: readonly string[] = ['no-consent', 'opted-out']
const NO_ADDRESS: readonly string[] = ['no-address', 'bad-address']

function unreachedWarnings({ node, channel, purpose, perMille }: Unreached): Warning[] {
  const share = (reasons: readonly string[]) => reasons.reduce((sum, reason) => sum + (perMille[reason] ?? 0), 0) / 10
  const warning = (code: 'no-consent' | 'no-address', percent: number): Warning[] =>
    percent > 0 ? [{ code, node, params: { percent, channel, purpose } }] : []
  return [...warning('no-consent', share(NO_CONSENT)), ...warning('no-address', share(NO_ADDRESS))]
}

/**
 * Publishes what is drawn. Throws the UserErrors `draft-changed` where it is not the revision that was looked at, and those of
 * `publish`.
 */
export async function publishDraft(
  engine: Engine,
  tx: DbTx,
  key: string,
  expected: number,
  author: Author,
  inFlight?: InFlight,
  approval?: number,
): Promise<{ version: number; revision: number; state: string }> {
  const journey = await lockedJourney(tx, key)
  const draft = await draftOf(tx, journey)
  refuseChanged(draft, expected)
  const { number } = await publish(engine, tx, draft.document, author.actor, inFlight, approval)
  const where = { journeyId: BigInt(journey.id) }
  await tx.db.draft.updateMany({ where, data: { published: draft.revision } })
  const { state } = await tx.db.journey.findFirstOrThrow({ where: { key } })
  return { version: number, revision: draft.revision, state }
}
