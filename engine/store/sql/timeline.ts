/** What happened to one member (`$1`), merged by time, newest first. Kinds are listed in `runtime/timeline.ts`. */
export const timelineSql = {
  /** From before the place (`$2` = instant, `$3` = kind, `$4` = key), of the kinds in `$5`; events `$7` that a journey raised are told as what they tell of. */
  page: {
    name: 'timeline.page',
    never: ['at', 'kind', 'key', 'detail'],
    text: `WITH entry AS MATERIALIZED (SELECT id, journey_id, version_id, entry_no, state, reason, entered_at, ended_at
          FROM enrolment WHERE member_id = $1),
        happened AS (
          SELECT at, 0::smallint AS kind, lpad(id::text, 19, '0') COLLATE "C" AS key, NULL::bigint AS journey_id,
            NULL::bigint AS version_id, NULL::smallint AS node, name, properties AS detail
          FROM event WHERE member_id = $1 AND at <= ts($2) AND NOT (depth > 0 AND name = ANY($7::text[]))
          UNION ALL SELECT planned_at, 1, concat_ws('.', enrolment_id, visit, kind), journey_id, version_id, node, channel,
            jsonb_build_object('state', state, 'reason', reason)
          FROM message WHERE member_id = $1 AND channel <> 'service' AND planned_at <= ts($2)
          UNION ALL SELECT p.at, 2, concat_ws('.', p.enrolment_id, p.visit, p.effect, nullif(p.refund, 0)), e.journey_id, NULL, NULL, p.reason,
            jsonb_build_object('account', p.kind, 'amount', p.amount, 'order', p.order_id, 'missed', p.missed, 'refund',
              (SELECT f.refund_id FROM refund f WHERE f.member_id = $1 AND f.order_id = p.order_id AND f.nth = p.refund))
          FROM point_entry p LEFT JOIN entry e ON e.id = p.enrolment_id WHERE p.member_id = $1 AND p.at <= ts($2)
          UNION ALL SELECT f.at, 3, concat_ws('.', f.enrolment_id, f.visit), e.journey_id, NULL, NULL, NULL, f.detail
          FROM entry e JOIN effect f ON f.entered_month = date_trunc('month', e.entered_at AT TIME ZONE 'UTC')::date
            AND f.enrolment_id = e.id AND f.kind = 2 WHERE f.at <= ts($2)
          UNION ALL SELECT entered_at, 4, id::text, journey_id, version_id, NULL, NULL, jsonb_build_object('entry', entry_no)
          FROM entry WHERE entered_at <= ts($2)
          UNION ALL SELECT ended_at, 5, id::text, journey_id, version_id, NULL, reason,
            jsonb_build_object('entry', entry_no, 'state', state)
          FROM entry WHERE ended_at <= ts($2)),
        page AS (SELECT * FROM happened WHERE kind = ANY($5::smallint[]) AND (at, kind, key) < (ts($2), $3::smallint, $4)
          ORDER BY at DESC, kind DESC, key DESC LIMIT $6)
      SELECT ms(p.at) AS at, p.kind, p.key, p.name, p.detail, j.key AS journey, j.name AS journey_name,
        v.plan #>> ARRAY['nodes', p.node::text, 'name'] AS node_name
      FROM page p LEFT JOIN journey j ON j.id = p.journey_id LEFT JOIN version v ON v.id = p.version_id AND p.node IS NOT NULL
      ORDER BY p.at DESC, p.kind DESC, p.key DESC`,
  },
} as const
