import { OVER_BUDGET } from '../budgets/budgets.ts'
import { budgetProblems } from '../budgets/problems.ts'
import { isDeeperThan, type Json, type JsonObject } from '../json.ts'
import type { Language } from '../say.ts'
import { takesAgain } from './audience.ts'
import type { DocumentNode } from './document.ts'
import { DOCUMENT_SCHEMA, JourneyDocument, LIMITS, migrations } from './document.ts'
import { faultsOf } from './faults.ts'
import { cycles, walkingOrder } from './graph.ts'
import type { NodeDefinition, Reference, Registry, SettingsProblem } from './node.ts'
import type { Plan, PlanNode } from './plan.ts'
import { LEAVES, PLAN_FORMAT } from './plan.ts'
import type { Problem } from './problems.ts'
import { problem } from './problems.ts'
import { REVERSED } from './refunds.ts'

/** Outcomes that follow the main one where nobody drew them. */
export const FOLLOWS_MAIN: ReadonlySet<string> = new Set(['blocked', 'failed', OVER_BUDGET])

export interface CompileOptions {
  /** The workspace's zone, for journeys that name none. */
  readonly zone: string
  /** Tells whether the workspace has what a node refers to. */
  readonly exists: (reference: Reference) => boolean
  /** Node keys of the version before this one. */
  readonly keys?: Readonly<Record<string, number>>
}

export interface Compiled {
  /** Absent where a problem is an error. */
  readonly plan?: Plan
  readonly document?: JourneyDocument
  readonly problems: Problem[]
}

/** Lifts, checks and compiles a journey document from anywhere; it never throws on bad input. */
export function compile(input: unknown, registry: Registry, options: CompileOptions): Compiled {
  const parsed = parseDocument(input)
  if (!parsed.document) return { problems: parsed.problems }
  const { document } = parsed
  const draft = new Draft(document, registry, options)
  return draft.problems.some((p) => p.severity === 'error')
    ? { document, problems: draft.problems }
    : { document, plan: draft.plan(), problems: draft.problems }
}

/** Lifts a document from anywhere and parses it; what it may still lack for publishing is not asked. It never throws. */
export function parseDocument(input: unknown): { document?: JourneyDocument; problems: Problem[] } {
  if (isDeeperThan(LIMITS.depth, input)) {
    return {
      problems: [
        problem(
          'document-invalid',
          {},
          { message: `nested deeper than ${LIMITS.depth} levels`, messageZh: `嵌套超过 ${LIMITS.depth} 层` },
        ),
      ],
    }
  }
  let lifted = withoutHint(input)
  const schemaOf = (d: unknown) => (typeof d === 'object' && d !== null && 'schema' in d ? d.schema : undefined)
  for (let schema = schemaOf(lifted); typeof schema === 'number'; schema = schemaOf(lifted)) {
    if (schema > DOCUMENT_SCHEMA) return { problems: [problem('document-too-new', {}, { schema })] }
    const lift = migrations[schema]
    if (!lift) break
    lifted = lift(lifted as JsonObject) // it has a numeric `schema`, so it is an object
  }
  const result = JourneyDocument.safeParse(lifted)
  return result.success
    ? { document: result.data, problems: [] }
    : {
        problems: faultsOf(JourneyDocument, lifted).map(({ field, params }) =>
          problem('document-invalid', { field }, params),
        ),
      }
}

/** A document without what a file says to editors alone: where its JSON Schema is. */
function withoutHint(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('$schema' in input)) return input
  const { $schema, ...document } = input
  return document
}

/** What the node says of a problem that it found; the bare code where it says nothing. */
function textOf({ texts }: NodeDefinition, { code, params = {} }: SettingsProblem, language: Language): string {
  const text = texts?.[language].problems[code] ?? code
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
}

interface DraftNode extends DocumentNode {
  definition: NodeDefinition
  parsed: JsonObject
  outcomes: string[]
}

/** One document on its way to a plan: finds every problem it can in one pass. */
class Draft {
  readonly problems: Problem[] = []
  private readonly nodes: DraftNode[] = []
  private readonly index = new Map<string, number>()
  /** By node index: outcome → target index. */
  private readonly drawn: Map<string, number>[] = []

  constructor(
    private readonly document: JourneyDocument,
    private readonly registry: Registry,
    private readonly options: CompileOptions,
  ) {
    this.readNodes()
    this.readEdges()
    // While a node cannot be read, nobody knows what takes from budgets.
    if (this.nodes.length === document.nodes.length) {
      const { budgets } = document.settings
      this.problems.push(...budgetProblems(budgets, this.nodes, (i) => this.drawn[i]?.has(OVER_BUDGET) ?? false))
    }
    if (this.problems.some((p) => p.severity === 'error')) return
    this.checkGraph()
  }

  private readNodes(): void {
    const ids = new Set<string>()
    for (const node of this.document.nodes) {
      if (ids.has(node.id)) this.problems.push(problem('node-id-repeated', { node: node.id }, { id: node.id }))
      ids.add(node.id)
      const ready = this.readNode(node)
      if (!ready) continue
      this.index.set(node.id, this.nodes.length)
      this.nodes.push(ready)
      this.drawn.push(new Map())
    }
    if (!this.nodes.some((n) => n.definition.category === 'trigger') && ids.size === this.nodes.length) {
      this.problems.push(problem('trigger-missing'))
    }
  }

  private readNode(node: DocumentNode): DraftNode | undefined {
    const at = { node: node.id }
    const definition = this.registry.get(node.type)
    if (!definition) return this.refuse(problem('node-type-unknown', at, { type: node.type }))
    let settings: JsonObject = node.settings
    for (let version = node.version; version !== definition.version; version++) {
      const lift = definition.migrate?.[version]
      if (!lift) {
        const params = { type: node.type, version: node.version, newest: definition.version }
        return this.refuse(problem('node-version-unknown', at, params))
      }
      try {
        settings = lift(settings)
      } catch {
        // Settings from outside may be anything; a lift expects what its version once accepted.
        const message = `these are no settings of version ${version} of ${node.type}`
        const messageZh = `这不是 ${node.type} 版本 ${version} 的设置`
        return this.refuse(problem('settings-invalid', at, { message, messageZh }))
      }
    }
    const result = definition.settings.safeParse(settings)
    if (!result.success) {
      for (const { field, params } of faultsOf(definition.settings, settings)) {
        this.problems.push(problem('settings-invalid', { ...at, field }, params))
      }
      return undefined
    }
    const parsed = result.data as JsonObject // settings schemas describe JSON objects; the contract test holds them to it
    for (const found of definition.check?.(parsed) ?? []) {
      const where = {
        ...at,
        ...(found.field ? { field: found.field } : {}),
        ...(found.severity ? { severity: found.severity } : {}),
      }
      const said = { message: textOf(definition, found, 'en'), messageZh: textOf(definition, found, 'zh-CN') }
      this.problems.push(
        problem('node-settings', where, { ...found.params, type: node.type, code: found.code, ...said }),
      )
    }
    for (const reference of definition.references?.(parsed) ?? []) {
      if (this.options.exists(reference)) continue
      const params: Record<string, Json> = { kind: reference.kind, key: reference.key }
      // A journey comes and goes, and nodes that name one have a way out for those whom it does not take.
      const code = reference.kind === 'journey' ? 'journey-takes-no-calls' : 'reference-missing'
      this.problems.push(problem(code, { ...at, field: reference.field }, params))
    }
    const outcomes = [...definition.outcomes(parsed)]
    if (node.onError === 'failed' && !outcomes.includes('failed')) outcomes.push('failed')
    if (outcomes.length > LIMITS.branches + 1) {
      this.problems.push(problem('too-many-branches', at, { count: outcomes.length, most: LIMITS.branches }))
    }
    return { ...node, definition, parsed, outcomes }
  }

  private refuse(found: Problem): undefined {
    this.problems.push(found)
    return undefined
  }

  private readEdges(): void {
    const known = new Set(this.document.nodes.map((n) => n.id))
    for (const edge of this.document.edges) {
      for (const end of [edge.from, edge.to]) {
        if (!known.has(end)) this.problems.push(problem('edge-node-missing', { field: 'edges' }, { id: end }))
      }
      const from = this.index.get(edge.from)
      const to = this.index.get(edge.to)
      if (from === undefined || to === undefined) continue
      const at = { node: edge.from }
      const outcomes = this.nodes[from]?.outcomes ?? []
      const drawn = this.drawn[from] as Map<string, number> // made together with the node
      if (edge.outcome === REVERSED && this.nodes[from]?.definition.reversible && !outcomes.includes(REVERSED)) {
        this.problems.push(problem('reversed-without-order', { ...at, field: 'order' }))
      } else if (!outcomes.includes(edge.outcome)) {
        const params = { outcome: edge.outcome, outcomes: outcomes.join(', ') }
        this.problems.push(problem('edge-outcome-unknown', at, params))
      } else if (drawn.has(edge.outcome)) {
        this.problems.push(problem('edge-repeated', at, { outcome: edge.outcome }))
      } else if (this.nodes[to]?.definition.category === 'trigger') {
        this.problems.push(problem('edge-into-trigger', { node: edge.to }))
      } else {
        drawn.set(edge.outcome, to)
      }
    }
  }

  private next = (node: number): number[] => [...(this.drawn[node]?.values() ?? [])]

  /** Where a node leads by ways that neither take time nor are bounded. */
  private nextAtOnce = (node: number): number[] => {
    const { definition, parsed } = this.nodes[node] as DraftNode // an index of the graph
    const breaks = definition.breaksCycle?.(parsed) ?? false
    if (typeof breaks === 'boolean') return breaks ? [] : this.next(node)
    return [...(this.drawn[node] ?? [])].flatMap(([outcome, to]) => (breaks.includes(outcome) ? [] : [to]))
  }

  private checkGraph(): void {
    this.nodes.forEach((node, index) => {
      if (node.definition.category !== 'condition') return
      for (const outcome of node.outcomes) {
        if (this.drawn[index]?.has(outcome) || FOLLOWS_MAIN.has(outcome)) continue
        this.problems.push(problem('outcome-undrawn', { node: node.id }, { outcome }))
      }
    })
    this.checkReentry()
    for (const component of cycles(this.nodes.length, this.nextAtOnce)) {
      const names = component.map((i) => this.nodes[i]?.name ?? '').reverse()
      const node = this.nodes[component[0] ?? 0]?.id
      this.problems.push(problem('cycle-without-wait', node ? { node } : {}, { nodes: names.join(' → ') }))
    }
    const reached = new Set(this.roots())
    for (const node of reached) for (const target of this.next(node)) reached.add(target)
    this.nodes.forEach((node, index) => {
      if (!reached.has(index)) this.problems.push(problem('node-unreachable', { node: node.id }))
    })
  }

  /** A trigger that takes the same members every year is odd where nobody enters twice. */
  private checkReentry(): void {
    const { key, settings } = this.document
    if (settings.reentry.rule !== 'never') return
    for (const { id, definition, parsed } of this.nodes) {
      const audience = definition.trigger?.(parsed, key).audience
      if (audience && takesAgain(audience)) this.problems.push(problem('reentry-never-again', { node: id }))
    }
  }

  private roots(): number[] {
    return this.nodes.flatMap((node, index) => (node.definition.category === 'trigger' ? [index] : []))
  }

  /** Numbers the nodes in walking order, so that members who come by different branches are walked on together. */
  plan(): Plan {
    const order = walkingOrder(this.nodes.length, this.roots(), this.next)
    const rank = new Map(order.map((node, position) => [node, position]))
    const keys: Record<string, number> = { ...this.options.keys }
    let lastKey = Math.max(0, ...Object.values(keys))
    const nodes = order.map((from): PlanNode => {
      const node = this.nodes[from] as DraftNode // `order` permutes the indexes
      const drawn = this.drawn[from] as Map<string, number>
      const targetOf = (outcome: string): number => rank.get(drawn.get(outcome) ?? -1) ?? LEAVES
      const main = node.outcomes[0] ?? ''
      const key = Object.hasOwn(keys, node.id) ? (keys[node.id] ?? 0) : ++lastKey
      keys[node.id] = key
      return {
        id: node.id,
        key,
        type: node.type,
        name: node.name,
        settings: node.parsed,
        onError: node.onError,
        outcomes: node.outcomes,
        next: node.outcomes.map((o) => targetOf(!drawn.has(o) && FOLLOWS_MAIN.has(o) ? main : o)),
        drawn: [...drawn.keys()],
      }
    })
    const { settings, key: journey } = this.document
    return { format: PLAN_FORMAT, journey, zone: settings.zone ?? this.options.zone, settings, nodes, keys }
  }
}
