import type { MemberId } from '../core/ids.ts'
import type { TestWorkspace } from './workspace.ts'

export const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const start = node('start', 'trigger-event', { events: [{ event: 'hello' }] })
export const gift = (points: number, more: object = {}) =>
  node('gift', 'grant-points', { amount: { kind: 'fixed', points }, ...more })
export const byAmount = node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 } })
export const note = node('note', 'send-inbox', { title: 'Hi', body: 'there' })
export const mail = node('mail', 'send-email', { account: 'main', subject: 'Hi', text: 'there' })
export const end = node('end', 'end')
export const sorry = node('sorry', 'end')

type Edge = readonly [from: string, outcome: string, to: string]
export const journey = (
  nodes: readonly object[],
  edges: readonly Edge[],
  budgets: readonly object[],
  settings: object = {},
) => ({
  ...{ schema: 1, key: 'j', name: 'j', settings: { zone: 'UTC', shards: 4, budgets, ...settings } },
  nodes: [start, ...nodes],
  edges: edges.map(([from, outcome, to]) => ({ from, outcome, to })),
})
export const rewarding = (reward: object, most: number, settings: object = {}) =>
  journey(
    [reward, end, sorry],
    [
      ['start', 'next', 'gift'],
      ['gift', 'granted', 'end'],
      ['gift', 'over-budget', 'sorry'],
    ],
    [{ of: 'points', most }],
    settings,
  )
export const sending = (message: { id: string }, budgets: readonly object[], settings: object = {}) =>
  journey(
    [message, end, sorry],
    [
      ['start', 'next', message.id],
      [message.id, 'sent', 'end'],
      [message.id, 'blocked', 'sorry'],
    ],
    budgets,
    settings,
  )

interface Standing {
  readonly spent: number
  readonly refused: number
  readonly alerted: boolean
  readonly stopped: boolean
}

/** How the budgets of a workspace stand, and those who come to its journey. */
export const budgetsIn = (w: TestWorkspace) => ({
  async standing(kind = 'points'): Promise<Standing> {
    const [row] = await w.query<Standing>(
      `SELECT spent, refused, alerted_at IS NOT NULL AS alerted, stopped_at IS NOT NULL AS stopped FROM budget WHERE kind = $1`,
      [kind],
    )
    if (!row) throw new Error(`no budget of ${kind}`)
    return row
  },
  /** Budgets in which what visits took and did not give back is not what is spent: there are none. */
  unbalanced: () =>
    w.query(
      `SELECT b.kind, b.spent, coalesce(sum(e.amount), 0)::bigint AS taken FROM budget b
       LEFT JOIN budget_entry e USING (journey_id, kind) GROUP BY 1, 2 HAVING b.spent <> coalesce(sum(e.amount), 0)`,
    ),
  people: (n: number) => w.members(Array.from({ length: n }, () => ({}))),
  async come(members: readonly MemberId[], properties: (i: number) => Record<string, number> = () => ({})) {
    for (const [i, member] of members.entries()) await w.post(member, 'hello', properties(i))
  },
  /** How many left a node by each outcome. */
  async outcomes(of = 'gift'): Promise<Record<string, number>> {
    const ways = Object.values(await w.paths()).map((path) => new RegExp(`${of}:([\\w-]+)`).exec(path)?.[1] ?? '')
    return Object.fromEntries([...new Set(ways)].sort().map((way) => [way, ways.filter((one) => one === way).length]))
  },
})
