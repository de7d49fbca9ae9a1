import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registryOf } from '../../core/journey/node.ts'
import { storeEvents } from '../../runtime/unit-of-work.ts'
import { type TestWorkspace, testWorkspace } from '../../testing/workspace.ts'
import { type EventMap, importEvents, importMembers, type Row, type RowFormat, readRows } from '../face.ts'

const rowsOf = (text: string, format: RowFormat) => readRows(Readable.from([Buffer.from(text)]), format)
/** Lines as `[number, raw, cells by number]`, bad ones as `[number, problem]`. */
const read = async (text: string, format: RowFormat) => {
  const all: unknown[] = []
  for await (const row of rowsOf(text, format))
    all.push('cells' in row ? [row.line, row.raw, cellsOf(row)] : [row.line, row.problem])
  return all
}
const cellsOf = ({ cells }: Extract<Row, { cells: unknown }>) =>
  Array.from({ length: cells.size }, (_, i) => cells.get(String(i + 1))).filter((cell) => cell !== undefined)

describe('reading rows', () => {
  it.each([
    ['commas', ',', 'id,name\n1,"a, b"\n', [[2, '1,"a, b"', ['1', 'a, b']]]],
    ['tabs and CRLF', '\t', 'id\tname\r\n1\t\r\n', [[2, '1\t', ['1', '']]]],
    ['tabs and quotes', '\t', 'id\tname\n\t"a\tb"', [[2, '\t"a\tb"', ['', 'a\tb']]]],
    ['two characters', '||', 'id||name\n1||x', [[2, '1||x', ['1', 'x']]]],
    ['a byte order mark and empty lines', ',', '\ufeffid,name\n\n,\n1,甲\n', [[4, '1,甲', ['1', '甲']]]],
    ['runs of blanks', 'whitespace', '  id \t name\r\n  1   "x \r\n\r\n', [[2, '  1   "x ', ['1', '"x']]]],
    ['blanks around quotes', ',', 'id,name\n 1 , "a ""b""" \n', [[2, ' 1 , "a ""b""" ', ['1', 'a "b"']]]],
    [
      'old line breaks',
      ',',
      'id,name\r1,a\r2,b',
      [
        [2, '1,a', ['1', 'a']],
        [3, '2,b', ['2', 'b']],
      ],
    ],
    [
      'line breaks in quotes',
      ',',
      'id,name\n1,"a\r\n\r\nb"\n2,c\n',
      [
        [2, '1,"a\n\nb"', ['1', 'a\n\nb']],
        [5, '2,c', ['2', 'c']],
      ],
    ],
  ])('reads %s', async (_, delimiter, text, rows) => {
    expect(await read(text, { delimiter, header: true })).toEqual(rows)
  })

  it('reads what comes cut anywhere, within a character and within a line break', async () => {
    const bytes = Buffer.from('id,name\r\n1,甲\r\n')
    const pieces = Readable.from([...bytes].map((byte) => Buffer.from([byte])))
    const rows: Row[] = []
    for await (const row of readRows(pieces, { delimiter: ',', header: true })) rows.push(row)
    expect(rows).toMatchObject([{ line: 2, raw: '1,甲' }])
  })

  it('knows columns by name and by number', async () => {
    const keys = async (header: boolean) => {
      for await (const row of rowsOf('id,2\n7,8\n', { delimiter: ',', header }))
        return 'cells' in row ? Object.fromEntries(row.cells) : {}
    }
    expect([await keys(true), await keys(false)]).toEqual([
      { 1: '7', id: '7', 2: '8' },
      { 1: 'id', 2: '2' },
    ])
  })

  it('tells a bad line by its number and reads on', async () => {
    expect(await read('a,b\n1\n2,"x"y\n3,z\n', { delimiter: ',', header: true })).toEqual([
      [2, 'has 1 values where 2 are wanted'],
      [3, expect.stringContaining('a quote in a wrong place')],
      [4, '3,z', ['3', 'z']],
    ])
  })

  it.each([
    ['the end of the file', '3,z\n'],
    ['a line with quotes', '3,"z"\n'],
    ['more lines than any value has', '3,z\n'.repeat(200)],
  ])('blames the line of a quote that is never closed, and no other, before %s', async (_, after) => {
    const [bad, ...good] = await read(`a,b\n1,"x\n${after}`, { delimiter: ',', header: true })
    expect(bad).toEqual([2, 'has a quote that is never closed'])
    expect(good).toHaveLength(after.split('\n').length - 1)
  })

  it('tells a line that is too long or not UTF-8, and reads on', async () => {
    const latin = Buffer.concat([
      Buffer.from('a,b\n1,'),
      Buffer.from([0xe9]),
      Buffer.from(`\n${'x'.repeat(1_100_000)},2\n3,z\n`),
    ])
    const rows: Row[] = []
    for await (const row of readRows(Readable.from([latin]), { delimiter: ',', header: true })) rows.push(row)
    expect(rows).toMatchObject([
      { line: 2, problem: expect.stringContaining('UTF-8') },
      { line: 3, problem: expect.stringContaining('longer than') },
      { line: 4, raw: '3,z' },
    ])
  })

  it('refuses a header that names two columns alike', async () => {
    await expect(read('a,a\n1,2\n', { delimiter: ',', header: true })).rejects.toMatchObject({ code: 'import-header' })
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

  it('counts repeated lines over all chunks, also after having been cut short among them', async () => {
    const text = Array.from({ length: 6_500 }, (_, i) => `${i % 7} 19970101 1\n`).join('')
    const only = (lines: number) => `${text.split('\n').slice(0, lines).join('\n')}\n`
    expect(await orders(only(4_100))).toMatchObject({ stored: 4_100 })
    expect(await orders(text)).toMatchObject({ stored: 2_400, repeated: 4_100 })
    expect(await orders(text)).toMatchObject({ stored: 0, repeated: 6_500 })
    expect(await orders(only(10))).toMatchObject({ stored: 0, repeated: 10 })
    expect(await count()).toBe(6_500)
  })

  it('gives way to another import of the same source, which then has everything', async () => {
    const text = Array.from({ length: 4_500 }, (_, i) => `${i % 50} 19970101 1\n`).join('')
    async function* overtaken(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
      let left = 3_000
      for await (const row of rows) {
        if (left-- === 0) await orders(text)
        yield row
      }
    }
    const first = orders(text, { rows: overtaken(rowsOf(` id date value\n${text}`, format)) })
    await expect(first).rejects.toMatchObject({ code: 'import-overtaken' })
    expect(await count()).toBe(4_500)
    expect(await w.query('SELECT state, stored FROM import')).toEqual([{ state: 'finished', stored: 2_500 }])
  })

  it('refuses a column that is not there, and stores nothing', async () => {
    const wrong = { map: { ...map, id: 'order' } }
    await expect(orders('1 19970101 1\n', wrong)).rejects.toMatchObject({
      code: 'import-column',
      message: expect.stringContaining('no column order, only 1, 2, 3, id, date, value'),
    })
    expect(await count()).toBe(0)
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

  it('gives members their addresses', async () => {
    const members = (text: string) =>
      importMembers(w.engine.store, w.tenant, {
        source: 'm',
        rows: rowsOf(text, { delimiter: ',', header: true }),
        map: { identities: [{ namespace: 'user', column: 'id' }], attributes: { email: { column: 'email' } } },
      })
    await members('id,email\n1,a@x.io\n')
    await members('id,email\n1,b@x.io\n')
    expect(await w.query("SELECT value FROM identity WHERE namespace = 'email'")).toEqual([{ value: 'b@x.io' }])
    expect(await w.query('SELECT attributes FROM member')).toEqual([{ attributes: { email: 'b@x.io' } }])
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
