import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registryOf } from '../../core/journey/node.ts'
import { storeEvents } from '../../runtime/unit-of-work.ts'
import { type TestWorkspace, testWorkspace } from '../../testing/workspace.ts'
import { type EventMap, importEvents, importMembers, type Row, type RowFormat, readRows } from '../face.ts'

const rowsOf = (text: string, format: RowFormat) => readRows(Readable.from([Buffer.from(text)]), format)
const read = async (text: string, format: RowFormat) => {
  const all: unknown[] = []
  for await (const row of rowsOf(text, format))
    all.push('cells' in row ? [row.line, row.raw, Object.fromEntries(row.cells)] : [row.line, row.problem])
  return all
}

describe('reading rows', () => {
  it.each([
    ['commas', ',', 'id,name\n1,"a, b"\n', [[2, '1,"a, b"', { id: '1', name: 'a, b' }]]],
    ['tabs and CRLF', '\t', 'id\tname\r\n1\t\r\n', [[2, '1\t', { id: '1', name: '' }]]],
    ['two characters', '||', 'id||name\n1||x', [[2, '1||x', { id: '1', name: 'x' }]]],
    ['a byte order mark and empty lines', ',', '\ufeffid,name\n\n1,甲\n', [[3, '1,甲', { id: '1', name: '甲' }]]],
    ['runs of blanks', 'whitespace', '  id \t name\r\n  1   "x \r\n\r\n', [[2, '  1   "x ', { id: '1', name: '"x' }]]],
  ])('reads %s', async (_, delimiter, text, rows) => {
    expect(await read(text, { delimiter, header: true })).toEqual(rows)
  })

  it('numbers the columns of a file without header', async () => {
    expect(await read('a b\n', { delimiter: 'whitespace', header: false })).toEqual([[1, 'a b', { 1: 'a', 2: 'b' }]])
  })

  it('tells a bad line by its number and reads on', async () => {
    expect(await read('a,b\n1\n2,"x"y\n3,z\n', { delimiter: ',', header: true })).toEqual([
      [2, 'has 1 values where 2 are wanted'],
      [3, expect.stringContaining('Invalid Closing Quote')],
      [4, '3,z', { a: '3', b: 'z' }],
    ])
  })
})

describe('importing', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry: registryOf([]), effects: new Map() })
  })
  afterEach(() => w.close())

  const format = { delimiter: 'whitespace', header: true }
  const map: EventMap = {
    identities: [{ namespace: 'user', column: 'id' }],
    event: { name: 'order' },
    at: { column: 'date', zone: 'UTC', time: '12:00' },
    properties: { amount: { column: 'value', as: 'number' } },
  }
  const orders = (text: string, more: Partial<Parameters<typeof importEvents>[2]> = {}) =>
    importEvents(w.engine.store, w.tenant, {
      source: 'f',
      map,
      rows: rowsOf(` id date value\n${text}`, format),
      ...more,
    })
  const count = async () => (await w.query<{ n: number }>('SELECT count(*)::int AS n FROM event'))[0]?.n

  it('stores history, once however often, and lines that are repeated as often as they stand', async () => {
    const text = ' 00001 19970101 11.77\r\n 00001 19970101 11.77\r\n 00002 19970112 12\r\n'
    expect(await orders(text)).toEqual({ lines: 3, stored: 3, repeated: 0, rejected: 0, problems: [] })
    expect(await orders(text)).toMatchObject({ stored: 0, repeated: 3 })
    expect(await orders(`${text} 00001 19970101 11.77\n`)).toMatchObject({ stored: 1, repeated: 3 })
    expect(
      await w.query(
        'SELECT DISTINCT i.value, ms(e.at) AS at, properties FROM event e JOIN identity i USING (member_id) ORDER BY 1',
      ),
    ).toEqual([
      { value: '00001', at: Date.parse('1997-01-01T12:00:00Z'), properties: { amount: 11.77 } },
      { value: '00002', at: Date.parse('1997-01-12T12:00:00Z'), properties: { amount: 12 } },
    ])
    expect(await count()).toBe(4)
    expect(await w.query('SELECT state, lines, stored, repeated, rejected FROM import')).toEqual([
      { state: 'finished', lines: 4, stored: 1, repeated: 3, rejected: 0 },
    ])
  })

  it('tells bad lines and keeps the good ones', async () => {
    const result = await orders('1 19970101 1\n2 19970230 1\n3 19970101 x\n4 19970101\n5 19970101 5\n')
    expect(result).toMatchObject({ lines: 5, stored: 2, rejected: 3 })
    expect(result.problems).toEqual([
      { line: 3, detail: 'date is neither a day nor an instant with an offset: 19970230' },
      { line: 4, detail: 'value is no number: x' },
      { line: 5, detail: 'has 2 values where 3 are wanted' },
    ])
  })

  it('adds what is missing after having been cut short', async () => {
    const text = Array.from({ length: 4_500 }, (_, i) => `${i % 50} 19970101 ${i}\n`).join('')
    async function* cut(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
      let left = 3_000
      for await (const row of rows) {
        if (left-- === 0) throw new Error('killed')
        yield row
      }
    }
    await expect(orders(text, { rows: cut(rowsOf(` id date value\n${text}`, format)) })).rejects.toThrow('killed')
    expect(await count()).toBe(2_000)
    expect(await orders(text)).toMatchObject({ lines: 4_500, stored: 2_500, repeated: 2_000 })
    expect(await count()).toBe(4_500)
  })

  it('takes lines with one id for one event', async () => {
    expect(await orders('1 19970101 1\n1 19970101 2\n', { map: { ...map, id: 'id' } })).toMatchObject({
      stored: 1,
      repeated: 1,
    })
  })

  it('routes what is imported live', async () => {
    const routed: string[] = []
    await orders('1 19970101 1\n', {
      live: async (tx, events) => {
        routed.push(...events.map((event) => event.name))
        await storeEvents(w.engine, tx, events)
      },
    })
    expect([routed, await count()]).toEqual([['order'], 1])
  })

  it('makes members and merges what is known of them; an empty cell changes nothing', async () => {
    const members = (text: string) =>
      importMembers(w.engine.store, w.tenant, {
        source: 'm',
        rows: rowsOf(text, { delimiter: ',', header: true }),
        map: {
          identities: [{ namespace: 'user', column: 'id' }],
          attributes: { city: { column: 'city' }, vip: { column: 'vip', as: 'boolean' } },
        },
      })
    await members('id,city,vip\n1,上海,true\n2,,\n')
    expect(await members('id,city,vip\n1,,false\n,x,\n')).toMatchObject({
      stored: 1,
      problems: [{ line: 3, detail: 'names nobody: id' }],
    })
    expect(await w.query('SELECT attributes FROM member ORDER BY id')).toEqual([
      { attributes: { city: '上海', vip: false } },
      { attributes: {} },
    ])
  })
})
