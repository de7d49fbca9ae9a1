import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { UserError } from '../../core/errors.ts'

/** When a process began, in a form that no other process with the same id ever has. */
const Running = z.object({ name: z.string(), pid: z.int(), began: z.string() })
const RunningFile = z.object({ owner: Running, children: z.array(Running) })
type Running = z.infer<typeof Running>

/** One process's sole use of a data directory, written to its `running.json`. */
export interface Claim {
  remember(name: string, pid: number): void
  forget(pid: number): void
  release(): void
}

/**
 * Takes the data directory for this process, making it if need be, and ends what a killed predecessor left running.
 * Throws a UserError while another live process has it.
 */
export async function claimData(directory: string): Promise<Claim> {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'running.json')
  const before = read(file)
  if (before && before.owner.pid !== process.pid && isAlive(before.owner)) {
    throw new UserError(
      'already-running',
      `Waymark is already running on ${directory} (process ${before.owner.pid}): stop it first, or set WAYMARK_DATA to another directory.`,
    )
  }
  for (const child of before?.children.toReversed() ?? []) await endOrphan(child)

  const owner = { name: 'waymark', pid: process.pid, began: began(process.pid) ?? '' }
  let children: Running[] = []
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ owner, children }))
    renameSync(`${file}.new`, file)
  }
  write()
  return {
    remember(name, pid) {
      children.push({ name, pid, began: began(pid) ?? '' })
      write()
    },
    forget(pid) {
      children = children.filter((child) => child.pid !== pid)
      if (existsSync(file)) write()
    },
    release() {
      rmSync(file, { force: true })
    },
  }
}

/** Whether a live process has claimed the directory. */
export function isClaimed(directory: string): boolean {
  const before = read(join(directory, 'running.json'))
  return before !== undefined && isAlive(before.owner)
}

function read(file: string) {
  try {
    return RunningFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined // none there, or one cut short: nothing is known
  }
}

/** SIGINT is PostgreSQL's fast shutdown and ends every other program we start. */
async function endOrphan(child: Running): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    if (!isAlive(child)) return
    process.kill(child.pid, signal)
    for (const deadline = performance.now() + 10_000; isAlive(child) && performance.now() < deadline; ) await delay(20)
  }
}

function isAlive({ pid, began: then }: Running): boolean {
  return then !== '' && began(pid) === then
}

function began(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    // proc(5): the fields after the program's name in brackets begin with the 3rd, and the 22nd is the start time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (fields[0] === 'Z') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return undefined
  }
}
