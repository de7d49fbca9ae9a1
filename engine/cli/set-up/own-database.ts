import pg from 'pg'
import { UserError } from '../../core/errors.ts'

/** A database that a program makes for itself, on a server that others may use too. */
export interface OwnDatabase {
  readonly url: string
  drop(): Promise<void>
}

/**
 * Makes an empty database on the server of `url`, whose user must be allowed to, in place of one that was left there. Throws a
 * UserError where that one is in use.
 */
export async function ownDatabase(url: string, name: string): Promise<OwnDatabase> {
  const run = async (statement: string) => {
    const client = new pg.Client(url)
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await run(`DROP DATABASE IF EXISTS ${name}`).catch((error: Error) => {
    throw new UserError(
      'database-in-use',
      `The database ${name} cannot be replaced (${error.message}): end who uses it.`,
    )
  })
  await run(`CREATE DATABASE ${name}`)
  return {
    url: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    // Waits 5 s for connections that are about to close: one that is cut then throws where nobody can catch it.
    drop: () => run(`DROP DATABASE ${name}`).catch(() => run(`DROP DATABASE ${name} WITH (FORCE)`)),
  }
}
