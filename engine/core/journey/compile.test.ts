import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CompileOptions } from './compile.ts'
import { compile } from './compile.ts'
import type { NodeDefinition } from './node.ts'
import { defineNode, leave, registryOf } from './node.ts'
import { LEAVES } from './plan.ts'
import { problemText } from './problems.locale.ts'
import type { ProblemCode } from './problems.ts'
import { PROBLEMS } from './problems.ts'

const Empty = z.strictObject({})
/** A definition may answer the same array each time: the compiler must not write to it. */
const NEXT = ['next']

const toy = (type: string, category: NodeDefinition['category'], more: Partial<NodeDefinition> = {}): NodeDefinition =>
  defineNode({
    type,
    version: 1,
    category,
    settings: Empty,
    defaults: {},
    outcomes: () => NEXT,
    facts: () => ({}),
    decide: () => leave('next'),
    ...more,
  })

const Split = z.strictObject({ branches: z.int().min(1).max(100).default(2), segment: z.string().optional() })
const split = defineNode({
  type: 'split',
  version: 3,
  category: 'condition',
  settings: Split,
  defaults: { branches: 2 },
  outcomes: (s) => [...Array.from({ length: s.branches }, (_, n) => `branch:${n}`), 'else'],
  facts: () => ({}),
  decide: () => leave('else'),
  references: (s) => (s.segment ? [{ kind: 'segment', key: s.segment, field: 'segment' }] : []),
  check: (s) => (s.branches === 13 ? [{ code: 'unlucky', field: 'branches', params: { branches: 13 } }] : []),
  migrate: { 2: ({ count, ...rest }) => ({ ...rest, branches: count ?? 2 }) },
})

const registry = registryOf([
  toy('start', 'trigger'),
  toy('act', 'member', { reversible: true }),
  toy('over', 'member', { references: () => [{ kind: 'journey', key: 'gone', field: 'journey' }] }),
  toy('send', 'message', { outcomes: () => ['sent', 'blocked', 'failed'] }),
  toy('pause', 'control', { breaksCycle: () => true }),
  split,
])

type Draft = Record<string, unknown>
const node = (id: string, type = 'act', more: Draft = {}) => ({ id, type, version: 1, name: `Node ${id}`, ...more })
const edge = (from: string, to: string, outcome = 'next') => ({ from, outcome, to })
const journey = (nodes: unknown, edges: unknown = [], more: Draft = {}) => ({
  schema: 1,
  key: 'toy',
  name: 'Toy',
  nodes,
  edges,
  ...more,
})
const start = node('s', 'start')
const lead = (...edges: ReturnType<typeof edge>[]) => [edge('s', 'a'), ...edges]

const run = (input: unknown, options: Partial<CompileOptions> = {}) =>
  compile(input, registry, { zone: 'Asia/Shanghai', exists: () => true, ...options })
const codes = (input: unknown, options?: Partial<CompileOptions>) => run(input, options).problems.map((p) => p.code)
const planOf = (input: unknown, options?: Partial<CompileOptions>) => {
  const { plan, problems } = run(input, options)
  if (!plan) throw new Error(`no plan: ${JSON.stringify(problems)}`)
  return plan
}
const splitNode = (settings: Draft = {}, version = 3) => node('a', 'split', { version, settings })
const closedBy = (n: number) => [
  ...Array.from({ length: n }, (_, i) => edge('a', 'b', `branch:${i}`)),
  edge('a', 'b', 'else'),
]
const closed = closedBy(2)
const last = node('b')
const at = (field: string) => ({ node: 'a', field })
type Tested = Exclude<ProblemCode, `${'path' | 'move' | 'reentry' | 'budget' | 'over'}-${string}`>

/** One document for each problem that compiling finds, in which nothing else is wrong, and the node and field it must point at. */
const BAD: Record<Tested, [document: unknown, where?: { node?: string; field?: string }]> = {
  'document-invalid': [journey([start], [], { key: 'Not A Key' }), { field: 'key' }],
  'document-too-new': [{ schema: 2 }],
  'node-id-repeated': [journey([start, node('a'), node('a')], lead()), { node: 'a' }],
  'node-type-unknown': [journey([start, node('a', 'teleport')], lead()), { node: 'a' }],
  'node-version-unknown': [journey([start, splitNode({}, 4)], lead()), { node: 'a' }],
  'settings-invalid': [journey([start, splitNode({ branches: 'many' })], lead()), { node: 'a', field: 'branches' }],
  'edge-node-missing': [journey([start, node('a')], lead(edge('a', 'ghost'))), { field: 'edges' }],
  'edge-outcome-unknown': [journey([start, node('a')], lead(edge('a', 'a', 'constructor'))), { node: 'a' }],
  'edge-repeated': [journey([start, node('a')], lead(edge('s', 'a'))), { node: 's' }],
  'edge-into-trigger': [journey([start, node('a')], lead(edge('a', 's'))), { node: 's' }],
  'trigger-missing': [journey([node('a')])],
  'outcome-undrawn': [journey([start, splitNode(), node('b')], lead(...closed.slice(1))), { node: 'a' }],
  'cycle-without-wait': [journey([start, node('a'), node('b')], lead(edge('a', 'b'), edge('b', 'a'))), { node: 'b' }],
  'too-many-branches': [journey([start, splitNode({ branches: 51 }), node('b')], lead(...closedBy(51))), { node: 'a' }],
  'reference-missing': [journey([start, splitNode({ segment: 'gone' }), last], lead(...closed)), at('segment')],
  'node-settings': [journey([start, splitNode({ branches: 13 }), last], lead(...closedBy(13))), at('branches')],
  'node-unreachable': [journey([start, node('a'), node('lost')], lead()), { node: 'lost' }],
  'journey-takes-no-calls': [journey([start, node('a', 'over')], lead()), { node: 'a', field: 'journey' }],
  'reversed-without-order': [journey([start, node('a')], [edge('a', 'a', 'reversed')]), { node: 'a', field: 'order' }],
}

describe('the compiler finds', () => {
  it.each(Object.entries(BAD))('%s, alone and where it is', (code, [document, where = {}]) => {
    const { plan, problems } = run(document, { exists: (reference) => reference.key !== 'gone' })
    const { number, severity } = PROBLEMS[code as keyof typeof BAD] // its keys
    expect(problems).toEqual([{ number: `WM${number}`, code, severity, params: expect.any(Object), ...where }])
    expect(plan === undefined).toBe(severity === 'error')
    for (const language of ['en', 'zh-CN']) {
      expect(problems.map((p) => problemText(p, language)).join()).not.toMatch(/undefined|^$/)
    }
  })

  it('every problem of a document in one pass', () => {
    const bad = journey(
      [node('a', 'teleport'), splitNode({ branches: 0 }), node('b')],
      [edge('b', 'ghost'), edge('b', 'b', 'up')],
    )
    expect(codes(bad)).toEqual([
      'node-type-unknown',
      'node-id-repeated',
      'settings-invalid',
      'edge-node-missing',
      'edge-outcome-unknown',
    ])
  })

  it('nothing wrong with a cycle through a wait, and something with one beside it', () => {
    const nodes = [start, node('a'), node('w', 'pause'), node('b')]
    expect(codes(journey(nodes, lead(edge('a', 'w'), edge('w', 'b'), edge('b', 'a'))))).toEqual([])
    const sends = [start, node('a', 'send'), node('w', 'pause')]
    const beside = lead(edge('a', 'w', 'sent'), edge('w', 'a'), edge('a', 'a', 'failed'))
    expect(codes(journey(sends, beside))).toEqual(['cycle-without-wait'])
  })

  it('two cycles apart, each with its own nodes', () => {
    const nodes = [start, node('a', 'send'), node('b'), node('c'), node('d'), node('e')]
    const edges = lead(
      edge('a', 'b', 'sent'),
      edge('a', 'd', 'failed'),
      edge('b', 'c'),
      edge('c', 'b'),
      edge('d', 'e'),
      edge('e', 'd'),
    )
    const found = run(journey(nodes, edges)).problems.map((p) => p.params.nodes)
    expect(found.sort()).toEqual(['Node b → Node c', 'Node d → Node e'])
  })
})

describe('the compiler survives', () => {
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['text', 'journey'],
    ['a list', []],
    ['no schema', {}],
    ['a schema that is not a number', { schema: '1' }],
    ['an old schema that never was', { schema: -1 }],
    ['NaN as schema', { schema: Number.NaN }],
    ['nodes that are no list', journey({ length: 1 })],
    ['a node that is null', journey([null])],
    ['501 nodes', journey(Array.from({ length: 501 }, (_, n) => node(`n${n}`, 'start')))],
    [
      '5,001 edges',
      journey(
        [start],
        Array.from({ length: 5_001 }, () => edge('s', 's')),
      ),
    ],
    ['an unknown field', journey([start], [], { hack: true })],
    ['an unknown field of a node', journey([{ ...start, hack: true }])],
    ['__proto__ as id', journey([start, node('__proto__')])],
    ['__proto__ as a field', JSON.parse('{"schema":1,"key":"k","name":"n","nodes":[],"edges":[],"__proto__":{"x":1}}')],
    ['a function as setting', journey([{ ...start, settings: { f: () => 1 } }])],
    ['a zone that is none', journey([start], [], { settings: { zone: 'Mars/Olympus' } })],
    ['settings nested without end', journey([{ ...start, settings: { deep: nested(100_000) } }])],
  ])('%s', (_, input) => {
    const { plan, document, problems } = run(input)
    expect([plan, document]).toEqual([undefined, undefined])
    expect(new Set(problems.map((p) => p.code))).toEqual(new Set(['document-invalid']))
    expect(problems.length).toBeLessThanOrEqual(50)
  })

  it('__proto__ among the settings, without letting it through', () => {
    const { plan } = run(
      JSON.parse(JSON.stringify(journey([{ ...start, settings: {} }])).replace('{}', '{"__proto__":{"x":1}}')),
    )
    expect(plan?.nodes.map((n) => (n.settings as { x?: number }).x) ?? []).not.toContain(1)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('ids and types that every object has', () => {
    expect(codes(journey([start, node('a', 'constructor')], lead()))).toEqual(['node-type-unknown'])
    const plan = planOf(
      journey(
        [start, node('constructor'), node('toString')],
        [edge('s', 'constructor'), edge('constructor', 'toString')],
      ),
    )
    expect(plan.keys).toEqual({ s: 1, constructor: 2, toString: 3 })
  })

  it('500 nodes in a row', () => {
    const nodes = [start, ...Array.from({ length: 499 }, (_, n) => node(`n${n}`))]
    const edges = nodes.slice(1).map((n, index) => edge(nodes[index]?.id ?? '', n.id))
    expect(planOf(journey(nodes, edges)).nodes.map((n) => n.id)).toEqual(nodes.map((n) => n.id))
  })

  it('settings that a node’s own up-step cannot lift', () => {
    const fragile = toy('fragile', 'trigger', {
      version: 2,
      migrate: { 1: (old) => ({ x: (old.a as { b: string }).b }) },
    })
    const { problems } = compile(journey([node('s', 'fragile')]), registryOf([fragile]), {
      zone: 'UTC',
      exists: () => true,
    })
    expect(problems.map((p) => [p.code, p.node])).toEqual([['settings-invalid', 's']])
  })
})

describe('a plan', () => {
  it('numbers nodes in walking order, whatever order they were drawn in', () => {
    const nodes = [node('end'), node('right'), node('left'), splitNode({ branches: 1 }), start, node('t', 'start')]
    const edges = [
      edge('left', 'end'),
      edge('right', 'end'),
      edge('a', 'left', 'branch:0'),
      edge('a', 'right', 'else'),
      ...lead(edge('t', 'right')),
    ]
    const plan = planOf(journey(nodes, edges))
    const rank = new Map(plan.nodes.map((n, index) => [n.id, index]))
    for (const { from, to } of edges) expect(rank.get(from)).toBeLessThan(rank.get(to) ?? 0)
    expect(plan.nodes.flatMap((n) => n.next.filter((to) => to !== LEAVES))).toHaveLength(edges.length)
    for (const { from, outcome, to } of edges) {
      const n = plan.nodes[rank.get(from) ?? -1]
      expect(plan.nodes[n?.next[n.outcomes.indexOf(outcome)] ?? -1]?.id).toBe(to)
    }
  })

  it('keeps the keys of the version before, gives new nodes new ones, and forgets none', () => {
    const first = planOf(journey([start, node('a'), node('b')], lead(edge('a', 'b'))))
    expect(first.keys).toEqual({ s: 1, a: 2, b: 3 })
    const second = planOf(journey([start, node('c'), node('b')], [edge('s', 'c'), edge('c', 'b')]), {
      keys: first.keys,
    })
    expect(second.keys).toEqual({ s: 1, a: 2, b: 3, c: 4 })
    expect(second.nodes.map((n) => [n.id, n.key])).toEqual([
      ['s', 1],
      ['c', 4],
      ['b', 3],
    ])
    const third = planOf(journey([start, node('a'), node('d')], lead(edge('a', 'd'))), { keys: second.keys })
    expect(third.keys).toEqual({ s: 1, a: 2, b: 3, c: 4, d: 5 })
  })

  it('lets undrawn blocked and failed follow the main outcome, and drawn ones go their own way', () => {
    const nodes = [start, node('a', 'send'), node('b'), node('c')]
    const followed = planOf(journey(nodes.slice(0, 3), lead(edge('a', 'b', 'sent'))))
    expect(followed.nodes[1]?.next).toEqual([2, 2, 2])
    expect(followed.nodes[1]?.drawn).toEqual(['sent'])
    const drawn = planOf(journey(nodes, lead(edge('a', 'b', 'sent'), edge('a', 'c', 'failed'))))
    const ids = drawn.nodes[1]?.next.map((to) => drawn.nodes[to]?.id)
    expect(ids).toEqual(['b', 'b', 'c'])
    expect(planOf(journey(nodes.slice(0, 2), lead())).nodes[1]?.next).toEqual([LEAVES, LEAVES, LEAVES])
  })

  it('gives the outcome failed only to the node that asks for it', () => {
    const plan = planOf(
      journey([start, node('a', 'act', { onError: 'failed' }), node('b')], lead(edge('a', 'b', 'failed'))),
    )
    expect(plan.nodes.map((n) => n.outcomes)).toEqual([['next'], ['next', 'failed'], ['next']])
    expect(plan.nodes[1]?.next).toEqual([LEAVES, 2])
  })

  it('lifts settings of an older node version', () => {
    const plan = planOf(
      journey([start, splitNode({ count: 1 }, 2), node('b')], lead(edge('a', 'b', 'branch:0'), edge('a', 'b', 'else'))),
    )
    expect(plan.nodes[1]?.settings).toEqual({ branches: 1 })
  })

  it('takes the journey’s zone before the workspace’s, and is plain JSON', () => {
    expect(planOf(journey([start])).zone).toBe('Asia/Shanghai')
    const plan = planOf(journey([start, splitNode(), node('b')], lead(...closed), { settings: { zone: 'UTC' } }))
    expect(plan.zone).toBe('UTC')
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })
})
