import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Connection } from '@temporalio/client'
import { UserError } from '../../core/errors.ts'
import { type ChildProgram, freePort, startChild } from './child-program.ts'
import type { Claim } from './claim.ts'

/** The search attributes that journeyShard workflows carry. */
const SEARCH_ATTRIBUTES = ['waymarkJourney=Int', 'waymarkShardKind=Keyword']

/** A Temporal development server that we started, with the namespace `default`. */
export interface LocalTemporal extends ChildProgram {
  /** host:port */
  address: string
}

interface TemporalOptions {
  /** As found by `findTemporal`. */
  program: string
  /** SQLite file, made on first use; a server started again on it goes on where it was. */
  dbFile: string
  /** Of 127.0.0.1; without it, any free one. */
  port?: number
  /** As in the server's dynamic configuration. */
  dynamicConfig?: Record<string, number>
  claim?: Claim
}

/** Starts a development server and waits until its namespace answers. Throws a UserError when the port is busy. */
export async function startTemporal({
  program,
  dbFile,
  port,
  dynamicConfig = {},
  claim,
}: TemporalOptions): Promise<LocalTemporal> {
  const chosen = await freePort(port)
  const address = `127.0.0.1:${chosen}`
  mkdirSync(dirname(dbFile), { recursive: true })
  const attributes = SEARCH_ATTRIBUTES.flatMap((attribute) => ['--search-attribute', attribute])
  const dynamic = Object.entries(dynamicConfig).flatMap(([name, value]) => [
    '--dynamic-config-value',
    `${name}=${value}`,
  ])
  const child = await startChild(
    {
      name: 'Temporal',
      program,
      args: [
        'server',
        'start-dev',
        '--headless',
        '--ip',
        '127.0.0.1',
        '--port',
        `${chosen}`,
        '--log-level',
        'error',
        '--db-filename',
        dbFile,
        ...attributes,
        ...dynamic,
      ],
      log: `${dbFile}.log`,
      stopSignal: 'SIGTERM',
      patience: 3_000, // it drains for up to 13 s, and its SQLite file needs none of it
      claim,
    },
    () => answers(address, 1_000),
  )
  return { ...child, address }
}

/** Throws a UserError unless the Temporal at `address` (host:port, without TLS) answers within 5 s. */
export async function checkTemporal(address: string): Promise<void> {
  if (await answers(address, 5_000)) return
  throw new UserError(
    'temporal-unreachable',
    `Temporal at ${address} does not answer: start it, or correct TEMPORAL_ADDRESS, or unset it to have one started here.`,
  )
}

async function answers(address: string, timeout: number): Promise<boolean> {
  let connection: Connection | undefined
  try {
    connection = await Connection.connect({ address, connectTimeout: timeout })
    const { workflowService } = connection
    await connection.withDeadline(Date.now() + timeout, () =>
      workflowService.describeNamespace({ namespace: 'default' }),
    )
    return true
  } catch {
    return false
  } finally {
    await connection?.close()
  }
}
