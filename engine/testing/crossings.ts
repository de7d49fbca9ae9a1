import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { Rule } from '../core/rules/rule.ts'
import { compileRule } from '../core/rules/sql.ts'
import { saveSegment } from '../members/face.ts'
import { takeIn } from '../runtime/take-in.ts'
import { type TestWorkspace, testWorkspace } from './workspace.ts'

export const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })

/** A journey that whoever crosses may enter any number of times. */
export const crossedJourney = (key: string, trigger: object, steps: readonly ReturnType<typeof node>[] = []) => ({
  ...{ schema: 1, key, name: key, settings: { reentry: { rule: 'any-time' } } },
  nodes: [node('start', 'trigger-segment', trigger), ...steps, node('end', 'end')],
  edges: [...steps.map(({ id }) => id), 'end'].map((to, i, ids) => ({
    ...{ from: ids[i - 1] ?? 'start', outcome: 'next', to },
  })),
})

/** A workspace in which segments are watched. */
export async function crossingsWorkspace() {
  const w = await testWorkspace({ registry, effects })
  const { store } = w.engine
  const user = (n: number) => [{ namespace: 'user', value: String(n) }]
  const made = {
    ...w,
    save: (key: string, rule: object) => store.withDb(w.tenant, (tx) => saveSegment(tx, { key, name: key, rule })),
    /** Members that the outside knows by number, 1, 2, … */
    async known(attributes: readonly JsonObject[]): Promise<MemberId[]> {
      const members = await w.members(attributes)
      for (const [i, member] of members.entries())
        await w.query("INSERT INTO identity VALUES ($1, 'user', $2, $3)", [w.tenant, String(i + 1), member])
      return members
    },
    identify: (n: number, attributes: JsonObject) => takeIn(w.engine, w.tenant, [[{ person: user(n), attributes }]]),
    /** What was told of crossings, `+key` and `-key`, by member, in order. */
    async told(): Promise<Record<number, string>> {
      const rows = await w.query<{ member_id: MemberId; said: string }>(
        `SELECT member_id, string_agg(CASE name WHEN 'segment entered' THEN '+' ELSE '-' END || (properties ->> 'segment'), ' ' ORDER BY id) AS said
         FROM event WHERE name IN ('segment entered', 'segment left') GROUP BY 1 ORDER BY 1`,
      )
      return Object.fromEntries(rows.map((row) => [row.member_id, row.said]))
    },
    /** How many entered each journey. */
    async entered(): Promise<Record<string, number>> {
      const rows = await w.query<{ key: string; n: number }>(
        'SELECT j.key, count(*)::int AS n FROM enrolment e JOIN journey j ON j.id = e.journey_id GROUP BY 1 ORDER BY 1',
      )
      return Object.fromEntries(rows.map((row) => [row.key, row.n]))
    },
    /** Whom a watched segment has, by what was told; and whom its rule holds for now. */
    async sets(key: string): Promise<{ told: MemberId[]; holds: MemberId[] }> {
      const told = await w.query<{ id: MemberId }>(
        `SELECT m.member_id AS id FROM watched_member m JOIN segment_watch w ON w.id = m.watch_id
         WHERE w.key = $1 AND NOT w.ended ORDER BY 1`,
        [key],
      )
      const [segment] = await w.query<{ rule: unknown }>('SELECT rule FROM segment WHERE key = $1', [key])
      const values: unknown[] = []
      const next = (value: unknown) => `$${values.push(value)}`
      const place = { member: 'm.id', attributes: 'm.attributes', next }
      const condition = compileRule(Rule.parse(segment?.rule), { at: made.now, zone: 'UTC' }, place)
      const holds = await w.query<{ id: MemberId }>(
        `SELECT m.id FROM member m WHERE m.status < 4 AND ${condition} ORDER BY 1`,
        values,
      )
      return { told: told.map((row) => row.id), holds: holds.map((row) => row.id) }
    },
    async windTo(to: number): Promise<void> {
      made.now = to
      await w.wind(to)
    },
  }
  return made
}

export type CrossingsWorkspace = Awaited<ReturnType<typeof crossingsWorkspace>> & Pick<TestWorkspace, 'engine'>
