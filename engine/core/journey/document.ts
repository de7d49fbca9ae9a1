import { z } from 'zod'
import { Budgets } from '../budgets/budgets.ts'
import { fieldHints } from '../field-hint.ts'
import type { JsonObject } from '../json.ts'
import { PathTests } from '../path-test/path-test.ts'
import { EventProperty } from '../rules/event-property.ts'
import { EventMatch } from '../rules/rule.ts'
import { isSame } from '../same.ts'
import { say } from '../say.ts'
import { CapsOf } from '../sending/caps.ts'
import { QuietHoursOf } from '../sending/quiet-hours.ts'
import { Duration } from '../time/duration.ts'
import { Zone } from '../time/zone.ts'
import { ExitRules } from './exits.ts'

/** The newest shape of a journey document. Older ones are lifted by `migrations` before they are parsed. */
export const DOCUMENT_SCHEMA = 1
/**
 * Of a journey. `name`: letters of any name in it. `depth`: levels of lists and objects within each other, far above what any
 * node's settings need: the parser calls itself once or more for each.
 */
export const LIMITS = {
  nodes: 500,
  edges: 5_000,
  branches: 50,
  visits: 1_000,
  notes: 100,
  name: 80,
  depth: 64,
} as const

const LOWER_CASE = say('lower-case letters, digits and hyphens', '只能用小写字母、数字和连字符')
const Key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, LOWER_CASE)
  .max(64)
const Name = z.string().trim().min(1).max(LIMITS.name)
const Note = z.string().max(2_000)
export const NodeId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/,
    say('letters, digits, _ and -, at most 40', '只能用字母、数字、_ 和 -，最多 40 个'),
  )
/** What a node calls one of its branches: part of the name of an outcome. */
export const BranchId = z
  .string()
  .regex(/^[a-z0-9-]{1,20}$/, LOWER_CASE)
  .register(fieldHints, { hint: { control: 'made' } })

/** What the journey is for: an event that members should do after they entered. */
export const Goal = z.strictObject({
  id: BranchId,
  name: Name,
  events: z.array(EventMatch).min(1).max(10),
  /** Counted from entering, whatever becomes of the enrolment. */
  within: Duration,
  /** A number of the event: what reaching the goal is worth. */
  value: EventProperty.optional(),
  /** Whoever reaches it leaves the journey. */
  leave: z.boolean().default(false),
})
export type Goal = z.infer<typeof Goal>

export const Reentry = z.strictObject({
  rule: z.enum(['never', 'after-leaving', 'any-time']).default('never'),
  /** At most `entries` in the sliding window. */
  limit: z.strictObject({ entries: z.int().min(1).max(1_000), within: Duration }).optional(),
  /** At most so many live at once; only `any-time` allows more than one. */
  atOnce: z.int().min(1).max(100).optional(),
})
export type Reentry = z.infer<typeof Reentry>

export const JourneySettings = z.strictObject({
  zone: Zone.optional(),
  /** Enrols nobody outside these instants. */
  window: z
    .strictObject({
      from: z.iso.datetime({ offset: true }).optional(),
      until: z.iso.datetime({ offset: true }).optional(),
    })
    .optional(),
  reentry: Reentry.default({ rule: 'never' }),
  /** Whoever is inside a journey of the group with at least this priority does not enter. */
  exclusionGroup: z.string().trim().min(1).max(LIMITS.name).optional(),
  priority: z.int().min(0).max(100).default(0),
  /** The first is the primary one. */
  goals: z
    .array(Goal)
    .max(10)
    .refine(
      (goals) => new Set(goals.map(({ id }) => id)).size === goals.length,
      say('two goals have the same id: give each its own', '目标编号重复，请改成不同的编号'),
    )
    .default([]),
  /** Percent of members who are held out: measured for the goals, and nothing else. */
  holdout: z.number().min(0).max(90).default(0),
  exitRules: ExitRules.default({ unsubscribed: true, events: [] }),
  /** When its messages do not go. */
  quietHours: QuietHoursOf.default({ kind: 'workspace' }),
  /** How many messages a member may be sent. */
  caps: CapsOf.default({ kind: 'workspace' }),
  /** What it may spend, all its versions together; at most one of a kind. */
  budgets: Budgets.default([]),
  /** Whether a second person publishes it: by the workspace's rules, or whatever its size. */
  approval: z.enum(['workspace', 'always']).default('workspace'),
  /** What becomes of publishing where a path test of the journey fails. */
  failingTests: z
    .enum(['refuse', 'warn'])
    .register(fieldHints, { hint: { advanced: true } })
    .default('refuse'),
  /** `auto`: one member a shard while that is cheap, otherwise 16; `per-member`: always one; a number: always so many. */
  shards: z
    .union([z.enum(['auto', 'per-member']), z.int().min(1).max(4_096)])
    .register(fieldHints, { hint: { advanced: true } })
    .default('auto'),
})
export type JourneySettings = z.infer<typeof JourneySettings>

/** The settings that are not as they would be anyway: what an older program, and a newer one with more of them, say as well. */
export function chosenOf(settings: JourneySettings): Partial<JourneySettings> {
  const standing = new Map<string, unknown>(Object.entries(JourneySettings.parse({})))
  return Object.fromEntries(Object.entries(settings).filter(([key, value]) => !isSame(value, standing.get(key))))
}

export const DocumentNode = z.strictObject({
  id: NodeId,
  type: z.string().min(1).max(64),
  version: z.int().min(1),
  name: Name,
  note: Note.optional(),
  settings: z.record(z.string(), z.json()).default({}),
  onError: z.enum(['fail', 'continue', 'failed']).default('fail'),
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
})
export type DocumentNode = z.infer<typeof DocumentNode>

export const DocumentEdge = z.strictObject({ from: NodeId, outcome: z.string().min(1).max(80), to: NodeId })
export type DocumentEdge = z.infer<typeof DocumentEdge>

/** A piece of paper on the canvas, for people to read: the compiler does not look at it. */
export const DocumentNote = z.strictObject({
  id: NodeId,
  text: Note,
  position: z.strictObject({ x: z.number(), y: z.number() }),
})
export type DocumentNote = z.infer<typeof DocumentNote>

/** A journey as it is drawn, saved, exported and published. */
export const JourneyDocument = z.strictObject({
  schema: z.literal(DOCUMENT_SCHEMA),
  key: Key,
  name: Name,
  note: Note.optional(),
  settings: JourneySettings.prefault({}),
  nodes: z.array(DocumentNode).max(LIMITS.nodes),
  edges: z.array(DocumentEdge).max(LIMITS.edges),
  notes: z.array(DocumentNote).max(LIMITS.notes).optional(),
  /** Paths that members must take: played before it is published. */
  tests: PathTests.optional(),
})
export type JourneyDocument = z.infer<typeof JourneyDocument>

/** Up-steps of saved documents, by the version they lift from. */
export const migrations: Readonly<Record<number, (old: JsonObject) => JsonObject>> = {}
