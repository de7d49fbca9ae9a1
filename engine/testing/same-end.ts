import type { TestWorkspace } from './workspace.ts'

const QUESTIONS = {
  visits: `SELECT t.member_id, e.entry_no, t.visit + x.i - 1 AS visit, x.node, x.outcome
    FROM trace t JOIN enrolment e ON e.member_id = t.member_id AND e.id = t.enrolment_id,
      unnest(t.nodes, t.outcomes) WITH ORDINALITY x(node, outcome, i)`,
  enrolments: 'SELECT member_id, entry_no, state FROM enrolment',
  points: 'SELECT member_id, visit, effect, refund, kind, amount FROM point_entry',
  balances: 'SELECT member_id, kind, balance FROM point_account',
  budgets: 'SELECT kind, spent, refused FROM budget',
  entries: 'SELECT kind, sum(amount)::int AS sum FROM budget_entry GROUP BY 1',
  tags: 'SELECT member_id, tag FROM member_tag',
  attributes: "SELECT id AS member_id, attributes -> 'orders' AS orders FROM member",
  answers: "SELECT count(*)::int AS n FROM enrolment WHERE data -> 'score' = '7'",
  notices: 'SELECT sum(times)::int AS times FROM notice',
  // Nobody knows of a message under way at a crash: it may have come or not.
  messages: `SELECT member_id, visit, node, channel, CASE state WHEN 9 THEN 3 ELSE state END AS state FROM message`,
  counts: `SELECT node, outcome, sum(n)::int AS n FROM (SELECT node, outcome, n FROM edge_delta
    UNION ALL SELECT node, outcome, n FROM edge_count) c GROUP BY 1, 2`,
  left: `SELECT (SELECT count(*) FROM token) AS tokens, (SELECT count(*) FROM stimulus) AS stimuli`,
}

const TIMES = `SELECT t.member_id, t.visit + x.i - 1 AS visit, ms(t.at) AS at
  FROM trace t, unnest(t.nodes) WITH ORDINALITY x(node, i)`

export type End = Record<keyof typeof QUESTIONS, string[]>

/** One line a row, sorted. */
export const linesOf = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort()

/** All that must be the same however often a run was disturbed. */
export async function endOf(w: TestWorkspace): Promise<End> {
  const answers = Object.entries(QUESTIONS).map(async ([name, text]) => [name, linesOf(await w.query<object>(text))])
  return Object.fromEntries(await Promise.all(answers))
}

/** When each visit was judged: the same in every run whose clock is wound to the same moments. */
export const timesOf = async (w: TestWorkspace): Promise<string[]> => linesOf(await w.query<object>(TIMES))
