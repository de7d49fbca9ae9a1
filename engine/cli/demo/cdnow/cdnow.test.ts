import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../../../nodes/definitions.ts'
import { effects } from '../../../../nodes/effects.ts'
import { stickyChance } from '../../../core/chance.ts'
import type { TenantId } from '../../../core/ids.ts'
import { type Engine, engineOf } from '../../../runtime/engine.ts'
import type { Published } from '../../../runtime/publish.ts'
import { openStore } from '../../../store/store.ts'
import { driverNames, testDriver } from '../../../testing/drivers.ts'
import { startMailCatcher } from '../../../testing/mail-catcher.ts'
import { testDatabase } from '../../../testing/postgres.ts'
import { check, checkFunnel, varied } from './check.ts'
import { funnelOf, funnelText } from './funnel.ts'
import { makeWorkspace, runCdnow } from './run.ts'

const DAY_MS = 86_400_000
const CUSTOMERS = 150

/** Orders like the real ones, in their file's very form: 1 to 7 for each customer, one in ten of them twice. */
function madeUpFile(): string {
  const lines = Array.from({ length: CUSTOMERS }, (_, i) => {
    const customer = String(i + 1).padStart(5, '0')
    const chance = (what: string) => stickyChance(`${customer}/${what}`)
    // The first three within half a year, so that many have lapsed; the others whenever.
    const orders = Array.from({ length: 1 + Math.floor(chance('orders') * 7) }, (_, n) => {
      const days = Math.floor(chance(`day ${n}`) * (n < 3 ? 180 : 545))
      const day = new Date(Date.parse('1997-01-01') + days * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')
      const dollars = (5 + chance(`dollars ${n}`) * 95).toFixed(2)
      const line = ` ${customer} ${day}  1 ${dollars.padStart(7)}`
      return chance(`twice ${n}`) < 0.1 ? [line, line] : [line]
    })
    return orders.flat().sort()
  })
  return [' customer_id  date number_of_cds  dollar_value', ...lines.flat(), ''].join('\r\n')
}

describe.each(driverNames)('half a year of orders under the %s driver', (name) => {
  let folder: string
  let file: string
  let engine: Engine
  let tenant: TenantId
  let published: Published
  let mailedTo: string[]
  const stops: (() => unknown)[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-cdnow-'))
    stops.push(() => rmSync(folder, { recursive: true }))
    file = join(folder, 'orders.txt')
    writeFileSync(file, madeUpFile())
    const database = await testDatabase()
    stops.push(() => database.drop())
    const store = openStore(database.url)
    stops.push(() => store.close())
    engine = engineOf(store, registry, effects)
    const mail = await startMailCatcher()
    stops.push(() => mail.stop())
    const driver = await (await testDriver(name, database.url)).start(engine)
    stops.push(() => engine.senders.close())
    tenant = await makeWorkspace(engine, mail)
    published = await runCdnow(engine, tenant, file)
    mailedTo = mail.messages.flatMap((message) => message.to)
    await driver.stop()
  })
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop()
  })

  const checked = () => check(engine.store, tenant, published, file, mailedTo)

  it('ends as plain SQL says, customer by customer', async () => {
    const { expected, differences } = await checked()
    expect(differences).toEqual([])
    expect(expected.get('start → next')).toBeGreaterThan(CUSTOMERS / 3)
    // Every way out of every node was taken by somebody, or the agreement would mean little.
    expect(expected.size).toBeGreaterThanOrEqual(35)
  })

  it('counts what plain SQL counts', async () => {
    expect(checkFunnel(await funnelOf(engine, tenant, published), (await checked()).expected)).toEqual([])
  })

  it('shows the funnel, and five members who went different ways', async () => {
    const funnel = funnelText(await funnelOf(engine, tenant, published)).split('\n')
    expect(funnel).toHaveLength(19)
    expect(funnel[1]).toMatch(/^Lapsed +\d+ +0 +0 {2}next \d+$/)
    const { facts } = await checked()
    const ways = varied(facts, 5).map((customer) => facts.get(customer)?.join())
    expect(new Set(ways).size).toBe(5)
  })

  it('tells every fact that is not so', async () => {
    const [wrong] = await engine.store.inTenant(tenant, ({ sql }) => {
      sql.write('INSERT INTO edge_delta SELECT * FROM edge_count ORDER BY node LIMIT 1')
      return sql.query<{ customer: string }>(`UPDATE member_tag t SET tag = 'loyal' FROM identity i
        WHERE t.member_id = (SELECT min(member_id) FROM member_tag WHERE tag = 'late')
          AND i.member_id = t.member_id AND i.namespace = 'user' RETURNING i.value AS customer`)
    })
    const { expected, differences } = await checked()
    expect(differences).toEqual([
      { side: 'missing', what: 'tag late', customer: wrong?.customer },
      { side: 'unexpected', what: 'tag loyal', customer: wrong?.customer },
    ])
    expect(checkFunnel(await funnelOf(engine, tenant, published), expected).length).toBeGreaterThan(0)
  })
})
