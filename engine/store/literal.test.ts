import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registryOf } from '../core/journey/node.ts'
import { testWorkspace } from '../testing/workspace.ts'
import { jsons, numbers, texts } from './literal.ts'

describe('array literals', () => {
  it('arrive at PostgreSQL as what they were', async () => {
    const w = await testWorkspace({ registry: registryOf([]), effects: new Map() })
    // What PostgreSQL cannot store (NUL, half a surrogate pair) never comes so far.
    const text = fc.string({ unit: 'grapheme' }).filter((t) => !t.includes('\0'))
    const json = fc.jsonValue({ stringUnit: 'grapheme' }).filter((v) => !JSON.stringify(v).includes('\\u0000'))
    const row = fc.record({ t: fc.option(text), j: fc.option(json, { nil: undefined }), n: fc.integer() })
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1 }), async (rows) => {
          const arrived = await w.query<{ t: string | null; j: unknown; n: number }>(
            'SELECT t, j::jsonb AS j, n FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY x(t, j, n, o) ORDER BY o',
            [texts(rows.map((r) => r.t)), jsons(rows.map((r) => r.j)), numbers(rows.map((r) => r.n))],
          )
          expect(arrived).toEqual(rows.map((r) => ({ ...r, j: JSON.parse(JSON.stringify(r.j ?? null)) })))
        }),
      )
    } finally {
      await w.close()
    }
  })
})
