import { z } from 'zod'
import { BUDGET_KINDS } from '../budgets/budgets.ts'
import { CHANNELS, PURPOSES, type SetKind } from '../journey/facts.ts'
import type { Delivery } from '../journey/rehearsal.ts'
import { say } from '../say.ts'
import { Duration } from '../time/duration.ts'
import { LocalDateTime } from '../time/zone.ts'

/** Of one journey, and of one test. */
const MOST = { tests: 200, happenings: 200, steps: 1_000, events: 500 } as const

const Name = z.string().trim().min(1).max(120)
const NodeId = z.string().min(1).max(40)
const EventName = z.string().trim().min(1).max(200)
const Properties = z.record(z.string(), z.json())

/** Local times are of the journey's zone, else of the workspace's. */
const When = {
  /** Since what happened before, or since the clock of the test. */
  after: Duration.optional(),
  at: LocalDateTime.optional(),
}
const ONE = say('give after or at, not both', 'after 和 at 只能写一个')
const isOne = ({ after, at }: { after?: unknown; at?: unknown }) => after === undefined || at === undefined

/** What happens; where neither `after` nor `at` is given, at the moment of what happened before. */
const TestHappening = z.discriminatedUnion('do', [
  z
    .strictObject({ do: z.literal('post'), event: EventName, properties: Properties.optional(), ...When })
    .refine(isOne, ONE),
  /** A run of an audience trigger takes the member in. */
  z.strictObject({ do: z.literal('run'), node: NodeId, ...When }).refine(isOne, ONE),
  /** Nothing but time passes. */
  z.strictObject({ do: z.literal('wait'), ...When }).refine(isOne, ONE),
])
export type TestHappening = z.infer<typeof TestHappening>

const DELIVERIES = [
  'arrives',
  'fails',
  'member-closed',
  'no-consent',
  'opted-out',
  'no-address',
  'bad-address',
  'suppressed',
] as const satisfies readonly Delivery[]

const Keys = z.array(z.string().min(1).max(64)).max(200).optional()

/** Names a counter, as `counterKey` does. */
const CounterName = z
  .string()
  .regex(
    /^((node|member)\/[A-Za-z0-9][A-Za-z0-9_-]{0,39}|name\/[a-z0-9-]{1,64}|journey)$/,
    say(
      'write node/<node>, member/<node>, name/<name> or journey',
      '请写成 node/<节点>、member/<节点>、name/<名称> 或 journey',
    ),
  )

/** Who goes through the journey: what is not said of them is not known. */
const TestMember = z.strictObject({
  /** What chance is made sticky by: another member may draw another arm. */
  id: z.int().min(1).optional(),
  attributes: Properties.optional(),
  tags: z.array(z.string().min(1).max(64)).max(200).optional(),
  points: z.partialRecord(z.enum(['spendable', 'growth', 'yearly']), z.number()).optional(),
  /** What they did before, in the order of time. */
  events: z
    .array(z.strictObject({ event: EventName, at: LocalDateTime, properties: Properties.optional() }))
    .max(MOST.events)
    .optional(),
  /** How messages to them end, by `channel/purpose`; they arrive where nothing is said. */
  reach: z.partialRecord(z.templateLiteral([z.enum(CHANNELS), '/', z.enum(PURPOSES)]), z.enum(DELIVERIES)).optional(),
  /** Arms of tests that they are in already, by node. */
  arms: z.record(NodeId, z.string()).optional(),
  /** Segments and groups that they are in, by key; of segments by their rule, and as they were computed last. */
  sets: z.strictObject({ segments: Keys, computed: Keys, groups: Keys }).optional(),
  /** Places of counters that are taken already, by others or in entries before, whenever they are asked. */
  taken: z.record(CounterName, z.int().min(0).max(10_000_000)).optional(),
  /** What the journey had spent of its budgets before, on others. */
  spent: z.partialRecord(z.enum(BUDGET_KINDS), z.number().min(0)).optional(),
})
export type TestMember = z.infer<typeof TestMember>

/** What tests call the kinds of sets. */
export const SETS = [
  ['segments', 'segment'],
  ['computed', 'segment-set'],
  ['groups', 'group'],
] as const satisfies readonly (readonly [keyof NonNullable<TestMember['sets']>, SetKind])[]

const Expectation = z.strictObject({
  /**
   * What they pass, in the order of time: `node.outcome`. Last, `node` where they wait then, `node!reason` where they failed, and
   * `node.exit` or `node.goal` where they were taken out.
   */
  path: z.array(z.string().min(1).max(130)).max(MOST.steps),
  /** What nodes do, in the order of time: each value that is given must be so. Absent: it is not asked. */
  effects: z
    .array(z.object({ node: NodeId, do: z.string().min(1).max(40) }).catchall(z.json()))
    .max(MOST.steps)
    .optional(),
  /** Names of goals that are reached. Absent: it is not asked. */
  goals: z.array(z.string()).max(MOST.steps).optional(),
  /** Why they did not enter, each time; `held-out` where they are measured only. Absent: it is not asked. */
  refused: z.array(z.string()).max(MOST.steps).optional(),
})
export type Expectation = z.infer<typeof Expectation>

/** A member, a clock and what happens, and the path and the effects that are expected of it. */
export const PathTest = z.strictObject({
  name: Name,
  note: z.string().max(2_000).optional(),
  member: TestMember.optional(),
  /** When it begins. */
  clock: LocalDateTime,
  happenings: z.array(TestHappening).max(MOST.happenings),
  expect: Expectation,
})
export type PathTest = z.infer<typeof PathTest>

/** The tests of one journey. */
export const PathTests = z
  .array(PathTest)
  .max(MOST.tests)
  .refine(
    (tests) => new Set(tests.map(({ name }) => name)).size === tests.length,
    say('two tests have the same name: give each its own', '测试名称重复，请改成不同的名称'),
  )

/** A file of tests beside a journey's file. */
export const PathTestFile = z.strictObject({ $schema: z.string().optional(), tests: PathTests })
