import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { testDatabase } from './postgres.ts'

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('a test database', () => {
  it('is migrated, is one of its own, and is gone when dropped', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()])
    const tables = `SELECT FROM pg_class WHERE relname = 'token'`
    expect(await rows(one.url, tables)).toHaveLength(1)
    await rows(one.url, 'CREATE TABLE mine ()')
    expect(await rows(other.url, `SELECT FROM pg_class WHERE relname = 'mine'`)).toEqual([])
    await Promise.all([one.drop(), other.drop()])
    await expect(rows(one.url, 'SELECT 1')).rejects.toThrow('does not exist')
  })

  it('has no table when asked to be empty', async () => {
    const { url, drop } = await testDatabase({ empty: true })
    expect(await rows(url, `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([])
    await drop()
  })
})
