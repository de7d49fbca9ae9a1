import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/postgres.ts'
import { Zone } from '../time/zone.ts'
import { dayOf, instantOf } from './dates.ts'

const DAY_MS = 86_400_000
/** Every day of two years that are over, so that all time zone data agree on their DST. */
const DAYS = Array.from({ length: 731 }, (_, i) =>
  new Date(Date.parse('2024-01-01') + i * DAY_MS).toISOString().slice(0, 10),
)

describe('a text that stands for a moment', () => {
  let database: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await testDatabase()
    client = new pg.Client(database.url)
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  // Havana and the Azores have a midnight twice in autumn, Santiago and Cairo have none in spring.
  it.each(['America/Havana', 'Atlantic/Azores', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe'])(
    'is the same instant in SQL on every day in %s',
    async (zone) => {
      const text = 'SELECT ms(waymark_instant(d, $2)) AS at FROM unnest($1::text[]) WITH ORDINALITY u(d, n) ORDER BY n'
      const { rows } = await client.query<{ at: number }>(text, [DAYS, zone])
      const differing = DAYS.filter((day, i) => instantOf(day, zone) !== rows[i]?.at)
      expect(differing).toEqual([])
    },
  )

  it('is a moment in SQL exactly where it is one here, on every day that a calendar has and those beside them', async () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => two(i))
    const days = ['0000', '0001', '1900', '2000', '2023', '2024', '9999'].flatMap((year) =>
      upTo(13).flatMap((month) => upTo(32).map((day) => `${year}-${month}-${day}`)),
    )
    const written = days.flatMap((day) => [day, `${day}T23:59:59.999-14:59`, `${day} `, `${day}T23:59:59`])
    const text = 'SELECT ms(waymark_instant(d, $2)) AS at FROM unnest($1::text[]) WITH ORDINALITY u(d, n) ORDER BY n'
    const { rows } = await client.query<{ at: number | null }>(text, [written, 'UTC'])
    expect(written.filter((day, i) => (instantOf(day, 'UTC') ?? null) !== rows[i]?.at)).toEqual([])
    expect(rows.filter(({ at }) => at !== null).length).toBeGreaterThan(2 * 6 * 365)
  })

  it('is the same local day in SQL in every zone that a journey may have', async () => {
    const { rows: known } = await client.query<{ name: string }>(
      'SELECT name FROM pg_timezone_names UNION SELECT abbrev FROM pg_timezone_abbrevs',
    )
    const zones = known.map(({ name }) => name).filter((name) => Zone.safeParse(name).success)
    expect(zones.length).toBeGreaterThan(400)
    const instants = ['2024-01-15T22:30:00Z', '2024-07-15T22:30:00Z', '2024-07-15T21:30:00Z']
    const text = `SELECT z, i, waymark_day(i, z)::text AS day FROM unnest($1::text[]) z, unnest($2::text[]) i`
    const { rows } = await client.query<{ z: string; i: string; day: string }>(text, [zones, instants])
    expect(rows).toHaveLength(zones.length * instants.length)
    expect(rows.filter(({ z, i, day }) => dayOf(i, z) !== day)).toEqual([])
  })
})
