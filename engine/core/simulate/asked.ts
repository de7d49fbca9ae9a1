import type { Budget } from '../budgets/budgets.ts'
import type { Channel, FactRequest, PointsKind, Purpose, SetKind } from '../journey/facts.ts'
import type { ReplyField } from '../journey/node.ts'
import { type BoundNode, type BoundPlan, eventsInside } from '../journey/plan.ts'
import { REVERSED, RefundRules } from '../journey/refunds.ts'
import { ruleFacts } from '../rules/facts.ts'
import { counterKey } from './person.ts'

/** Everything that a journey asks of a member: what is worth saying of one who is made up. Each is listed once. */
export interface Asked {
  readonly attributes: readonly string[]
  readonly tags: readonly string[]
  readonly points: readonly PointsKind[]
  readonly channels: readonly { readonly channel: Channel; readonly purposes: readonly Purpose[] }[]
  readonly sets: readonly { readonly of: SetKind; readonly key: string }[]
  /** Counters of which others may hold places, by `counterKey`, with the names of the nodes that ask them. */
  readonly counters: readonly { readonly key: string; readonly nodes: readonly string[] }[]
  /** Some of its ways are drawn by lot. */
  readonly draws: boolean
  /** Budgets that some of its ways take from. */
  readonly budgets: readonly Budget[]
  /** Nodes that call services outside. */
  readonly replies: readonly AskedReply[]
}

export interface AskedReply {
  readonly node: BoundNode
  readonly fields: readonly ReplyField[]
}

export function askedBy(plan: BoundPlan): Asked {
  const requests: FactRequest[] = plan.nodes.flatMap(({ asks: own, trigger }) => [
    ...Object.values(own),
    ...Object.values(trigger?.events?.member ? ruleFacts(trigger.events.member) : {}),
  ])
  const of = <K extends FactRequest['kind'], T>(
    kind: K,
    name: (request: Extract<FactRequest, { kind: K }>) => T,
  ): T[] => [
    ...new Set(requests.flatMap((r) => (r.kind === kind ? [name(r as Extract<FactRequest, { kind: K }>)] : []))), // of its kind
  ]
  const channels = of('reach', (request) => request.channel)
  const ownDays = plan.nodes.flatMap(({ trigger }) => {
    const { attribute, zoneAttribute } = trigger?.audience?.anniversary ?? {}
    return [attribute, zoneAttribute].flatMap((name) => name ?? [])
  })
  return {
    attributes: [...new Set([...ownDays, ...of('attribute', (request) => request.name)])],
    tags: of('tag', (request) => request.tag),
    points: of('points', (request) => request.account),
    channels: channels.map((channel) => ({
      channel,
      purposes: [...new Set(requests.flatMap((r) => (r.kind === 'reach' && r.channel === channel ? [r.purpose] : [])))],
    })),
    sets: [...new Map(of('membership', (r) => r).map((r) => [`${r.of}/${r.key}`, r])).values()],
    counters: countersOf(plan),
    draws: requests.some((request) => request.kind === 'arm'),
    replies: plan.nodes.flatMap((node) => {
      const fields = node.definition.replies?.(node.settings)
      return fields ? [{ node, fields }] : []
    }),
    budgets: plan.settings.budgets.filter(({ of: kind }) => plan.nodes.some((n) => n.spender?.kinds.includes(kind))),
  }
}

function countersOf({ nodes, zone }: BoundPlan): Asked['counters'] {
  const counters = new Map<string, string[]>()
  for (const { id, name, definition, settings } of nodes)
    for (const { counter } of definition.tries?.(settings, { at: 0, zone }).taken ?? []) {
      const key = counterKey(counter, { node: id, entry: 0 })
      counters.set(key, [...new Set([...(counters.get(key) ?? []), name])])
    }
  return [...counters].map(([key, names]) => ({ key, nodes: names }))
}

/** Names of events that the journey may do something about: those that begin it first. */
export const eventsHeardBy = (plan: BoundPlan, refunds: RefundRules = RefundRules.parse({})): string[] => [
  ...new Set([
    ...plan.nodes.flatMap(({ trigger }) => trigger?.events?.matches.map((match) => match.event) ?? []),
    ...eventsInside(plan),
    ...(plan.nodes.some((node) => node.outcomes.includes(REVERSED)) ? refunds.events : []),
  ]),
]
