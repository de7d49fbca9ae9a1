import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../core/errors.ts'
import { chosenOf, type JourneyDocument } from '../../core/journey/document.ts'
import { canonical } from '../../core/same.ts'
import { readJson } from '../json-file.ts'
import { stableJson } from './stable-json.ts'

const FILE = 'waymark.lock.json'
const Bases = z.record(z.string(), z.record(z.string(), z.string()))

/** What a document says, as a short text: equal for equal documents, however they are written. */
export function printOf(document: JourneyDocument): string {
  const said = { ...document, settings: chosenOf(document.settings) }
  return createHash('sha256').update(canonical(said)).digest('base64url')
}

/**
 * What the files of a folder began with: the prints of the drafts that were last pulled from, or pushed to, each server. A draft
 * that has another print was edited there since.
 */
export class Base {
  private constructor(
    private readonly folder: string,
    private readonly server: string,
    private readonly all: Record<string, Record<string, string>>,
  ) {}

  static open(folder: string, server: string): Base {
    const file = join(folder, FILE)
    if (!existsSync(file)) return new Base(folder, server, {})
    const read = Bases.safeParse(readJson(file))
    if (!read.success)
      throw new UserError('lock-malformed', `${file} is malformed: delete it, then pull into a folder of its own.`)
    return new Base(folder, server, read.data)
  }

  print(key: string): string | undefined {
    return this.all[this.server]?.[key]
  }

  /** Remembers what a file and the server agree on, at once: what comes after it may fail. */
  agree(document: JourneyDocument): void {
    this.all[this.server] = { ...this.all[this.server], [document.key]: printOf(document) }
    mkdirSync(this.folder, { recursive: true })
    writeFileSync(join(this.folder, FILE), stableJson(this.all))
  }
}
