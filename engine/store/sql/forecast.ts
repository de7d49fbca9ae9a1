/** What a forecast reads. `$1` names of events, `[$2, $3)` their own times in epoch milliseconds. */
export const forecastSql = {
  /** How many members did any of them. */
  doers: {
    name: 'forecast.doers',
    never: ['n'],
    text: 'SELECT count(DISTINCT member_id)::int AS n FROM event WHERE name = ANY($1::text[]) AND at >= ts($2) AND at < ts($3)',
  },
  /** The events themselves, of `$4` per mille of the members. */
  done: {
    name: 'forecast.done',
    never: ['at'],
    text: `SELECT id, member_id, name, ms(at) AS at, properties, depth FROM event
      WHERE name = ANY($1::text[]) AND at >= ts($2) AND at < ts($3) AND abs(hashint8(member_id)) % 1000 < $4
      ORDER BY event.at, id`,
  },
  /** The events of some members (`$4`). */
  heard: {
    name: 'forecast.heard',
    never: ['at'],
    text: `SELECT id, member_id, name, ms(at) AS at, properties FROM event
      WHERE member_id = ANY($4::bigint[]) AND name = ANY($1::text[]) AND at >= ts($2) AND at < ts($3) ORDER BY event.at, id`,
  },
} as const
