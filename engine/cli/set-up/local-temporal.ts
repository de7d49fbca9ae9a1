import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Connection, isGrpcServiceError } from '@temporalio/client'
import { UserError } from '../../core/errors.ts'
import { type ChildProgram, freePort, startChild } from './child-program.ts'
import type { Claim } from './claim.ts'

/** The search attributes that journeyShard workflows carry. */
const SEARCH_ATTRIBUTES = ['waymarkJourney=Int', 'waymarkShardKind=Keyword']

/** The gRPC status of what is not there. */
const NOT_FOUND = 5

/** A Temporal development server that we started. It speaks without TLS. */
export interface LocalTemporal extends ChildProgram {
  /** host:port */
  address: string
  tls: false
}

interface TemporalOptions {
  /** As found by `findTemporal`. */
  program: string
  /** SQLite file, made on first use; a server started again on it goes on where it was. */
  dbFile: string
  /** There beside `default`, which always is. */
  namespace?: string
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
  namespace = LOCAL.namespace,
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
        '--namespace',
        namespace,
        ...attributes,
        ...dynamic,
      ],
      log: `${dbFile}.log`,
      stopSignal: 'SIGTERM',
      patience: 3_000, // it drains for up to 13 s, and its SQLite file needs none of it
      claim,
    },
    async () => (await ask(address, 1_000, { ...LOCAL, namespace })) === 'there',
  )
  return { ...child, address, tls: false }
}

/** A Temporal that somebody else runs. */
interface TemporalPlace {
  readonly tls: boolean
  readonly namespace: string
}

const LOCAL: TemporalPlace = { tls: false, namespace: 'default' }

/** Throws a UserError unless the Temporal at `address` (host:port) answers within 5 s and has the namespace. */
export async function checkTemporal(address: string, place = LOCAL): Promise<void> {
  const answer = await ask(address, 5_000, place)
  if (answer === 'namespace-unknown')
    throw new UserError(
      'temporal-namespace',
      `Temporal at ${address} has no namespace ${place.namespace}: make it, or correct TEMPORAL_NAMESPACE.`,
    )
  if (answer === 'silent')
    throw new UserError(
      'temporal-unreachable',
      `Temporal at ${address} does not answer: start it, or correct TEMPORAL_ADDRESS or TEMPORAL_TLS, or unset it to have one started here.`,
    )
}

async function ask(
  address: string,
  timeout: number,
  { tls, namespace }: TemporalPlace,
): Promise<'there' | 'namespace-unknown' | 'silent'> {
  let connection: Connection | undefined
  try {
    connection = await Connection.connect({ address, tls, connectTimeout: timeout })
    const { workflowService } = connection
    await connection.withDeadline(Date.now() + timeout, () => workflowService.describeNamespace({ namespace }))
    return 'there'
  } catch (error) {
    return isGrpcServiceError(error) && error.code === NOT_FOUND ? 'namespace-unknown' : 'silent'
  } finally {
    await connection?.close()
  }
}
