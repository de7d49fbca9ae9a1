import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const VERSION = 'v1.5.1'
const run = promisify(execFile)

/** The `temporal` program and in words where it comes from, or why there is none. */
export type FoundTemporal = { program: string; from: string; version: string } | { none: string }

/**
 * Looks on PATH, then in the cache (WAYMARK_CACHE, or ~/.cache/waymark). With `get` a missing one is downloaded into the
 * cache or, where that fails, built there by Go, which takes minutes; `say` is told what takes long.
 */
export async function findTemporal({
  get,
  say = () => {},
}: {
  get: boolean
  say?: (line: string) => void
}): Promise<FoundTemporal> {
  const cache = join(process.env.WAYMARK_CACHE || join(homedir(), '.cache/waymark'), 'bin')
  const places = [
    ...(process.env.PATH ?? '').split(delimiter).map((directory) => ({ directory, from: 'PATH' })),
    { directory: cache, from: 'the cache' },
  ]
  for (const { directory, from } of places) {
    const program = join(directory, 'temporal')
    const version = directory && existsSync(program) ? await versionOf(program) : undefined
    if (version) return { program, from, version }
  }
  if (!get) return { none: 'no temporal program is on PATH or in the cache (npm run temporal:get gets one)' }

  mkdirSync(cache, { recursive: true })
  const program = join(cache, 'temporal')
  const failures: string[] = []
  for (const [from, way] of [
    ['a download', download],
    ['a build with Go', build],
  ] as const) {
    try {
      say(`Getting Temporal ${VERSION} by ${from} …`)
      await way(cache)
      const version = await versionOf(program)
      if (version) return { program, from, version }
      failures.push(`${from} gave a program that does not run`)
    } catch (error) {
      failures.push(`${from} failed: ${error instanceof Error ? reasonOf(error) : String(error)}`)
    }
  }
  return { none: failures.join('; ') }
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    // 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)'; a build by Go does not know its own version.
    const { stdout } = await run(program, ['--version'])
    return /^temporal version (.+)$/m.exec(stdout)?.[1]
  } catch {
    return undefined
  }
}

async function download(cache: string): Promise<void> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const url = `https://temporal.download/cli/archive/${VERSION}?platform=${process.platform}&arch=${arch}`
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000) })
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  const unpacked = mkdtempSync(join(cache, 'download-'))
  try {
    const archive = join(unpacked, 'archive.tar.gz')
    writeFileSync(archive, Buffer.from(await response.arrayBuffer()))
    await run('tar', ['-xzf', archive, '-C', unpacked, 'temporal'])
    renameSync(join(unpacked, 'temporal'), join(cache, 'temporal'))
  } finally {
    rmSync(unpacked, { recursive: true })
  }
}

async function build(cache: string): Promise<void> {
  const go = spawn('go', ['install', `github.com/temporalio/cli/cmd/temporal@${VERSION}`], {
    env: { ...process.env, GOBIN: cache },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(go, 'exit')
  if (code !== 0) throw new Error(`go install ended with ${code}`)
}

/** fetch says only "fetch failed" and keeps the reason in its cause. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message
}
