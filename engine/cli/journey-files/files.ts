import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { registry } from '../../../nodes/definitions.ts'
import { UserError } from '../../core/errors.ts'
import { parseDocument } from '../../core/journey/compile.ts'
import { chosenOf, type JourneyDocument } from '../../core/journey/document.ts'
import { faultsOf } from '../../core/journey/faults.ts'
import { fileSchemas, SCHEMA_FILES } from '../../core/journey/file-schema.ts'
import { problemText } from '../../core/journey/problems.locale.ts'
import { problem } from '../../core/journey/problems.ts'
import { type PathTest, PathTestFile } from '../../core/path-test/path-test.ts'
import { readJson, unreadable } from '../json-file.ts'
import { stableJson } from './stable-json.ts'

const JOURNEY = '.journey.json'
const TESTS = '.test.json'

/** A journey of a file, with the tests of the file beside it. */
export interface JourneyFile {
  readonly file: string
  readonly document: JourneyDocument
}

/** The file of a journey's tests. */
export const testsFileOf = (journeyFile: string): string => journeyFile.replace(/(\.journey)?\.json$/, TESTS)

/** The journey files that paths name: a folder stands for all in it, a file of tests for its journey. Throws a UserError where there are none. */
export function journeyFilesAt(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!isFolder(path)) return [path.endsWith(TESTS) ? path.slice(0, -TESTS.length) + JOURNEY : path]
    const names = readdirSync(path).filter((name) => name.endsWith(JOURNEY))
    return names.sort().map((name) => join(path, name))
  })
  if (files.length > 0) return [...new Set(files)]
  throw new UserError(
    'no-journey-files',
    `No ${JOURNEY} files in ${paths.join(', ')}: name files, or a folder of them.`,
  )
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Reads a journey and its tests. Throws a UserError that says what is wrong in which file. */
export function readJourneyFile(file: string): JourneyFile {
  const { document, problems } = parseDocument(readJson(file))
  if (!document) throw malformed(file, problems)
  const beside = testsFileOf(file)
  if (!existsSync(beside)) return { file, document }
  if (document.tests)
    throw new UserError('tests-twice', `${file} has tests, and so has ${beside}: keep them in one of the two.`)
  return { file, document: { ...document, tests: readTests(beside) } }
}

function readTests(file: string): PathTest[] {
  const input = readJson(file)
  const result = PathTestFile.safeParse(input)
  if (result.success) return result.data.tests
  const faults = faultsOf(PathTestFile, input)
  throw malformed(
    file,
    faults.map(({ field, params }) => problem('document-invalid', { field }, params)),
  )
}

const malformed = (file: string, problems: readonly Parameters<typeof problemText>[0][]) =>
  new UserError(
    'document-invalid',
    problems.map((found) => `${file}: ${found.number}: ${problemText(found, 'en')}`).join('\n'),
  )

/** Where the file of a journey is in a folder. */
export const journeyFileIn = (folder: string, key: string): string => join(folder, key + JOURNEY)

/** Writes a journey into a folder as one file, and its tests as another; answers the name of the first. */
export function writeJourneyFile(folder: string, { tests, ...document }: JourneyDocument): string {
  mkdirSync(folder, { recursive: true })
  const file = journeyFileIn(folder, document.key)
  const settings = chosenOf(document.settings)
  writeFileSync(file, stableJson({ $schema: `./${SCHEMA_FILES.journey}`, ...document, settings }))
  if (tests) writeTests(file, tests)
  else rmSync(testsFileOf(file), { force: true })
  return file
}

/** Writes the tests of a journey beside its file. */
export function writeTests(journeyFile: string, tests: readonly PathTest[]): void {
  writeFileSync(testsFileOf(journeyFile), stableJson({ $schema: `./${SCHEMA_FILES.tests}`, tests }))
}

/** Writes the JSON Schemas that the files of a folder name. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const schemas = fileSchemas(registry)
  for (const kind of ['journey', 'tests'] as const)
    writeFileSync(join(folder, SCHEMA_FILES[kind]), stableJson(schemas[kind]))
}

/** What a journey file calls itself on a screen. */
export const titleOf = ({ file, document }: JourneyFile): string => `${document.key} (${basename(file)})`
