import { z } from 'zod'
import { BudgetPlan, BudgetStanding } from './budget-shapes.ts'
import { Instant } from './instant.ts'
import { InLanguage } from './language.ts'

/** What the routes of journeys take and answer. Ids are texts, times ISO instants, days `YYYY-MM-DD` of the workspace's zone. */

export const Count = z.int().describe('people')
/** A journey document: the server checks it as `JourneyDocument` of the core does, and says in words what is wrong. */
export const Document = z.looseObject({})

export const Workspace = z.object({ ws: z.string().max(64) })
export const JourneyAddress = Workspace.extend({ key: z.string().max(64) })

export const JourneyState = z.enum([
  'draft',
  'in-review',
  'scheduled',
  'running',
  'paused',
  'draining',
  'stopping',
  'finished',
  'archived',
])

const Text = z.string().max(200)

export const ListQuery = z.strictObject({
  search: Text.optional().describe('part of a name or key'),
  state: JourneyState.optional().describe('absent: all but archived ones'),
  folder: Text.optional(),
  label: Text.optional(),
  after: Text.optional().describe('`next` of the page before'),
})

export const JourneyRow = z.object({
  key: z.string(),
  name: z.string(),
  state: JourneyState,
  folder: z.string().nullable(),
  labels: z.array(z.string()),
  owner: z.string().nullable().describe('name of who made it'),
  triggers: z.array(z.string()).describe('node types of the triggers of the live version, else of the draft'),
  inside: Count,
  entered: z.array(z.int()).length(14).describe('people who entered, per day, today last'),
  nextFireAt: Instant.nullable(),
  version: z.int().nullable(),
  hasDraft: z.boolean().describe('it has changes that are not published'),
  problems: z.int().describe('errors of the draft; 0 where it has none'),
  budgets: z
    .array(BudgetStanding)
    .describe('those it may still spend of that are nearly spent, or have no room for somebody'),
  updatedAt: Instant,
})

const Tally = z.array(z.object({ name: z.string(), count: z.int() }))
export const JourneyList = z.object({
  journeys: z.array(JourneyRow),
  total: z.int(),
  next: z.string().nullable().describe('what `after` of the next page must be'),
  counts: z.record(z.string(), z.int()).describe('journeys by state, of the same search, folder and label'),
  folders: Tally,
  labels: Tally,
})

const Name = z.string().trim().min(1).max(80)
const Folder = z.string().trim().min(1).max(60)
const Labels = z.array(z.string().trim().min(1).max(30)).max(20)

export const NewJourney = z
  .strictObject({
    name: Name.optional().describe('absent: the name of the template or document'),
    template: z.string().max(64).optional().describe('key of a template'),
    document: Document.optional().describe('a journey as it was exported'),
    folder: Folder.optional(),
  })
  .refine((n) => !(n.template && n.document), 'give a template or a document, not both')
  .refine((n) => n.name || n.template || n.document, { error: 'a name is needed', path: ['name'] })
export const DuplicateJourney = z.strictObject({ name: Name.optional() }).nullish()
export const Created = z.object({ key: z.string() })

export const JourneyChange = z.strictObject({
  name: Name.optional(),
  folder: Folder.nullable().optional(),
  labels: Labels.optional(),
  archived: z.literal(true).optional(),
})

const Draft = z.object({
  document: Document,
  revision: z.int().describe('grows with each save; 0: nothing was saved since it was published'),
  savedBy: z.string().nullable(),
  savedAt: Instant.nullable(),
})
export const Command = z.enum(['edit', 'publish', 'pause', 'resume', 'stop', 'archive', 'retry'])
export const Journey = z.object({
  key: z.string(),
  name: z.string(),
  state: JourneyState,
  folder: z.string().nullable(),
  labels: z.array(z.string()),
  owner: z.string().nullable(),
  allowed: z.array(Command).describe('what the state of the journey lets anybody do; a role may allow less'),
  draft: Draft,
  hasDraft: z.boolean(),
  live: z.object({ version: z.int(), document: Document, publishedAt: Instant }).nullable(),
  versions: z
    .array(
      z.object({
        number: z.int(),
        publishedAt: Instant,
        approved: z
          .object({ asker: z.string(), by: z.string(), at: Instant })
          .nullable()
          .describe('who asked to publish it and who agreed; null where one person published it'),
      }),
    )
    .describe('newest first'),
})

export const IfMatch = z.looseObject({
  'if-match': z
    .string()
    .regex(/^(W\/)?"\d{1,9}"$/, 'must be the ETag that the draft was read with, such as "3"')
    .optional(),
})
export const SaveDraft = z.strictObject({ document: Document })
export const Saved = z.object({ revision: z.int(), savedAt: Instant })

/** Members of the problem `draft-changed`, beside those of every problem. */
export const draftChanged = { ...Draft.shape }

export const Finding = z.object({
  code: z.string(),
  /** `WM1012` for what the compiler finds; absent for warnings that depend on the workspace. */
  number: z.string().optional(),
  node: z.string().optional(),
  field: z.string().optional().describe('dotted path in the settings of the node, or in the document'),
  text: z.string().describe('in the language of Accept-Language: zh-CN or en'),
  params: z.record(z.string(), z.unknown()),
})
export const Reason = z.object({
  why: z.enum(['audience', 'budget', 'uncounted', 'journey']),
  text: z.string().describe('in the language of Accept-Language: zh-CN or en'),
})
export const CheckDraft = z
  .strictObject({ document: Document.optional().describe('absent: the saved draft') })
  .nullish()
export const Check = z.object({
  problems: z.array(Finding).describe('each of them refuses publishing'),
  warnings: z.array(Finding),
  audience: z
    .object({ size: Count.describe('members whom the triggers with an audience would take now') })
    .nullable()
    .describe('null where no trigger has an audience, or problems hide it'),
  budgets: z.array(BudgetPlan).describe('of the draft, and of the newest version where the draft has them no more'),
  approval: z.array(Reason).describe('why a second person must publish it; none: whoever may publish does so alone'),
})
export const Published = z.object({ version: z.int(), state: JourneyState, revision: z.int() })
export const Retried = z.object({ people: Count })
export const Steered = z.object({ state: JourneyState, people: Count.describe('whom it concerned') })

const PerName = z.record(z.string(), z.int())
export const NodeCounts = z.object({
  entered: Count.describe('by an edge, as newcomers, or put here by hand'),
  waiting: Count,
  failed: Count,
  out: PerName.describe('by outcome'),
  left: PerName.describe('by another way: exit, goal, stopped, moved-out, pulled-out, pushed-out, merged, erased'),
  reversed: Count.describe('branches that refunds began at its outcome reversed, beside where the member stands'),
})
export const Totals = z.object({
  entered: Count,
  inside: Count.describe('waiting and failed'),
  waiting: Count,
  failed: Count,
  today: Count.describe('entered today'),
  reversed: Count.describe('branches that refunds began: inside, and not entered'),
})
const Budgets = z.array(BudgetStanding).describe('what the journey has spent in all its versions')
const Reaching = z.object({ entered: Count, reached: Count })
const Over = Reaching.describe(
  'of those whose time for it is over, by whole days of entering; the others may reach it yet',
)
export const CountsQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() })
/** On every node: entered = out + left + waiting + failed. */
export const Counts = z.object({
  at: Instant,
  version: z.int(),
  nodes: z.record(z.string(), NodeCounts),
  totals: Totals,
  goals: z
    .array(Reaching.extend({ id: z.string(), name: z.string(), over: Over }))
    .describe('the primary one first. Who entered, and neither reached it nor is over, may reach it yet'),
  budgets: Budgets,
})

const Day = z.iso.date()
export const ReportQuery = z.strictObject({
  from: Day.optional().describe('first day; absent: since the beginning'),
  to: Day.optional().describe('last day, included'),
  version: z.coerce.number().int().min(1).optional().describe('absent: all versions, nodes matched by id'),
})
export const ReportNode = NodeCounts.extend({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  medianMs: z.number().nullable().describe('how long people stayed who left lately; null where nobody waited'),
})
/** With the ends of its interval. */
export const Difference = z.object({ difference: z.number(), low: z.number(), high: z.number() })
const GoalSum = Reaching.extend({
  over: Over,
  value: z.number().nullable().describe('what reaching it is worth; null where the goal names no property'),
})
const GoalRow = GoalSum.extend({
  id: z.string(),
  name: z.string(),
  heldOut: GoalSum.describe('those who were held out: measured, and not walked'),
  lift: Difference.nullable().describe(
    'of the shares that reach it, against those held out, with its 95 % interval; of those whose time is over',
  ),
  versions: z.array(Reaching.extend({ version: z.int() })),
  days: z.array(Reaching.extend({ day: Day })).describe('by the day of entering'),
})
export const GoalAddress = JourneyAddress.extend({ goal: z.string().max(40) })
export const GoalPeopleQuery = z.strictObject({
  reached: z.enum(['true', 'false']),
  version: z.coerce.number().int().min(1).optional().describe('absent: all that have the goal'),
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
})

export const Report = z.object({
  at: Instant,
  nodes: z.array(ReportNode).describe('in the order they are walked. Waiting and failed are of now, whatever the days'),
  days: z.array(z.object({ day: Day, entered: Count, completed: Count, left: PerName, failed: z.int() })),
  versions: z.array(
    z.object({ version: z.int(), publishedAt: Instant, entered: Count, completed: Count, inside: Count }),
  ),
  goals: z.array(GoalRow).describe('the primary one first; of those who entered on the days asked for'),
  totals: Totals.extend({ completed: Count }),
  budgets: Budgets,
})
export const CsvQuery = ReportQuery.extend({ rows: z.enum(['nodes', 'days', 'versions', 'goals']).default('nodes') })

export const NodeAddress = JourneyAddress.extend({ node: z.string().max(40) })
export const PeopleQuery = z.strictObject({
  ...InLanguage.shape,
  state: z.enum(['waiting', 'failed', 'left']),
  outcome: z.string().max(80).optional().describe('of those who left: by which outcome, or special way'),
  search: Text.optional().describe('part of a name, or of an identity such as an e-mail address'),
  version: z.coerce.number().int().min(1).optional().describe('absent: in whatever version they are'),
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
})
export const Person = z.object({
  enrolment: z.string(),
  member: z.string(),
  name: z.string().nullable(),
  identity: z.object({ namespace: z.string(), value: z.string() }).nullable(),
  entry: z.int().describe('how often the member has entered, this time included'),
  version: z.int(),
  at: Instant.describe('arrived at, or of those who left: left at'),
  wakesAt: Instant.nullable(),
  outcome: z.string().nullable(),
  reason: z.string().nullable().describe('of those who failed: why'),
  text: z.string().describe('when they go on and by what, why they failed, or which way they left'),
})
export const GoalPeople = z.object({
  people: z.array(
    Person.pick({ enrolment: true, member: true, name: true, identity: true, entry: true, version: true }).extend({
      at: Instant.describe('when the goal was reached, else when they entered'),
      heldOut: z.boolean(),
      value: z.number().nullable(),
    }),
  ),
  next: z.string().nullable(),
})
export const People = z.object({ people: z.array(Person), next: z.string().nullable() })

const Id = z.string().regex(/^[1-9]\d{0,14}$/, 'must be an id')
const Chosen = z
  .array(z.strictObject({ member: Id, enrolment: Id }))
  .min(1)
  .max(1_000, 'at most 1,000 people at once')
export const ChosenPeople = z.strictObject({ enrolments: Chosen })
export const Acted = z.object({
  done: Count,
  missed: z.array(z.string()).describe('enrolments that were not there any more, or not as the order needs them'),
})

const InBoth = z.object({ 'zh-CN': z.string(), en: z.string() })
export const Templates = z.array(z.object({ key: z.string(), name: InBoth, description: InBoth, document: Document }))
