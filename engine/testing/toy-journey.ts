import fc from 'fast-check'
import { z } from 'zod'
import { stickyChance } from '../core/chance.ts'
import type { MemberId } from '../core/ids.ts'
import { compile } from '../core/journey/compile.ts'
import type { FactRequests, FactsOf } from '../core/journey/facts.ts'
import type { NodeDefinition, Outcome, VisitContext } from '../core/journey/node.ts'
import { defineNode, leave, park, perform, registryOf } from '../core/journey/node.ts'
import type { BoundNode, BoundPlan } from '../core/journey/plan.ts'
import { bindPlan } from '../core/journey/plan.ts'
import type { JsonObject } from '../core/json.ts'
import type { EventMatch } from '../core/rules/rule.ts'
import { WEEKDAYS_ALONE } from '../core/time/calendar.ts'

const Settings = z.strictObject({ ms: z.int(), salt: z.int() })
type Settings = z.infer<typeof Settings>

const toy = (
  type: string,
  outcomes: string[],
  decide: (s: Settings, mood: number, ctx: VisitContext) => ReturnType<NodeDefinition['decide']>,
  more: Partial<Pick<NodeDefinition<Settings>, 'category' | 'breaksCycle' | 'listens' | 'sends'>> = {},
): NodeDefinition =>
  defineNode({
    type,
    version: 1,
    category: 'control',
    settings: Settings,
    defaults: { ms: 0, salt: 0 },
    outcomes: () => outcomes,
    facts: (s: Settings) => ({ mood: { kind: 'attribute', name: `mood-${s.salt}` } }),
    decide: (s, { mood }, ctx) => decide(s, Number(mood), ctx),
    ...(more.category === 'trigger' ? { trigger: () => ({}) } : {}),
    ...more,
  })

const heard: (s: Settings) => EventMatch[] = ({ salt }) => [
  { event: 'order', filter: { field: 'event.n', op: 'gte', value: salt } },
  { event: 'visit' },
]

/** Nodes that do all a node may do, good and bad. */
const DEFINITIONS = [
  toy('start', ['next'], () => leave('next'), { category: 'trigger' }),
  toy('split', ['yes', 'no'], (_, mood, ctx) => leave(mood < 0.5 === ctx.at - ctx.previousAt < 20_000 ? 'yes' : 'no')),
  toy('wait', ['done'], ({ ms }, _, ctx) => (ctx.step === 0 ? park(ctx.arrivedAt + ms, 1) : leave('done')), {
    breaksCycle: () => true,
  }),
  toy(
    'listen',
    ['event', 'timeout'],
    ({ ms }, mood, ctx) => {
      const until = ctx.arrivedAt + ms
      if (ctx.due || ctx.at >= until) return leave('timeout')
      if (ctx.stimulus && mood < 0.7) return leave('event')
      return park(mood < 0.1 ? null : until, ctx.step + 1)
    },
    { breaksCycle: () => true, listens: heard },
  ),
  toy('act', ['next', 'other'], ({ ms, salt }) => perform({ ms, salt })),
  toy('send', ['next', 'other', 'blocked'], ({ ms, salt }) => perform({ ms, salt }), {
    sends: () => ({ channel: 'inbox', purpose: 'marketing' }),
  }),
  toy('throw', ['next', 'other'], (_, mood, ctx) => {
    if (mood < 0.4) throw new Error('moody')
    return leave(stickyChance(ctx.chanceKey) < 0.5 ? 'other' : 'no such outcome')
  }),
  toy(
    'stick',
    ['next'],
    ({ ms }, mood, ctx) =>
      mood < 0.6 && ctx.step < 2 ? park(ctx.arrivedAt + ms - 10_000, ctx.step + 1) : leave('next'),
    {
      listens: heard,
    },
  ),
  toy('end', ['done'], () => leave('done')),
]
const registry = registryOf(DEFINITIONS)

/** What effects answer and nodes learn, by chance that sticks to member, node and a ten-second slot of time. */
export const toyWorld = {
  facts(
    { requests }: Pick<BoundNode, 'requests'>,
    { member, at }: Pick<VisitContext, 'member' | 'at'>,
  ): FactsOf<FactRequests> {
    const moods = Object.entries(requests).map(([fact, request]) => {
      if (request.kind === 'quiet-hours') return [fact, request.own && { quiet: request.own, calendar: WEEKDAYS_ALONE }]
      const name = request.kind === 'attribute' ? request.name : ''
      return [fact, stickyChance(`${member}/${name}/${Math.floor(at / 10_000)}`)]
    })
    return Object.fromEntries(moods)
  },
  perform(_node: BoundNode, body: JsonObject, ctx: VisitContext): Outcome {
    return toyWorld.answer(body, ctx.member, ctx.step, ctx.at)
  },
  answer({ ms, salt }: JsonObject, member: MemberId, step: number, at: number): Outcome {
    const chance = stickyChance(`${member}+${salt}`)
    if (chance < 0.15) throw new Error('the effect refuses')
    if (chance < 0.25) return leave('no such outcome')
    if (chance < 0.5 && step === 0) return park(at + Number(ms), 1)
    return leave(chance < 0.75 ? 'next' : 'other')
  },
}

const MOST_NODES = 9
const WAITS = [5_000, 20_000, 45_000, 70_000, 150_000]
/** A loop through waits of no length uses up the visit budget: worth having, but slow. */
const Wait = fc.oneof({ arbitrary: fc.constantFrom(...WAITS), weight: 40 }, { arbitrary: fc.constant(0), weight: 1 })

/** Random journeys that compile: edges go forward, but from nodes that wait also back. */
export const toyJourney = (): fc.Arbitrary<BoundPlan> =>
  fc
    .tuple(
      fc.option(fc.constantFrom(0.02, 0.1), { freq: 2 }),
      fc.constantFrom<'off' | 'hold' | 'skip'>('off', 'hold', 'hold', 'skip'),
      fc.array(
        fc.record({
          type: fc.constantFrom(...DEFINITIONS.slice(1).map((d) => d.type)),
          onError: fc.constantFrom('fail', 'continue', 'failed'),
          settings: fc.record({ ms: Wait, salt: fc.nat(3) }),
          targets: fc.array(fc.option(fc.nat(MOST_NODES), { freq: 8 }), { minLength: 3, maxLength: 3 }),
        }),
        { minLength: 2, maxLength: MOST_NODES },
      ),
    )
    .map(([leaves, quiet, drawn]) => {
      const last = drawn.length + 1
      const edges = drawn.flatMap(({ type, onError, targets }, index) => {
        const definition = registry.get(type)
        const outcomes = [...(definition?.outcomes({}) ?? []), ...(onError === 'failed' ? ['failed'] : [])]
        const lowest = definition?.breaksCycle?.({}) ? 0 : index + 1
        return outcomes.flatMap((outcome, n) => {
          const target = targets[n]
          if (target == null || lowest >= drawn.length) return []
          return [{ from: `n${index}`, outcome, to: `n${lowest + (target % (drawn.length - lowest))}` }]
        })
      })
      const start = (name: string) => ({ id: name, type: 'start', version: 1, name, settings: { ms: 0, salt: 0 } })
      const nodes = drawn.map(({ type, onError, settings }, index) => ({
        ...{ id: `n${index}`, type, version: 1, name: `n${index}` },
        ...{ onError, settings },
      }))
      const into = (from: string, to: number) => ({ from, outcome: 'next', to: `n${to}` })
      const document = {
        ...{ schema: 1, key: 'toy', name: 'Toy' },
        settings: {
          ...(leaves !== null && { exitRules: { member: { field: 'member.mood', op: 'lt', value: leaves } } }),
          // The people of the tests live in the first minutes of 1970.
          ...(quiet !== 'off' && {
            quietHours: { kind: 'own', hours: { from: '00:01', to: '00:03' }, meanwhile: quiet },
          }),
        },
        nodes: [...nodes, start('s'), start('t')],
        edges: [...edges, into('s', 0), into('t', last % drawn.length)],
      }
      const { plan, problems } = compile(document, registry, { zone: 'UTC', exists: () => true })
      if (!plan) throw new Error(`the toy journey is wrong: ${JSON.stringify(problems)}`)
      return bindPlan(plan, registry)
    })
