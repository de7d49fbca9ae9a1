import { Command } from 'commander'
import { registry } from '../../../nodes/definitions.ts'
import type { Unreached } from '../../core/cases/search.ts'
import { UserError } from '../../core/errors.ts'
import { fileSchemas } from '../../core/journey/file-schema.ts'
import { LocalDateTime } from '../../core/time/zone.ts'
import { type JourneyFile, journeyFilesAt, readJourneyFile, titleOf, writeSchemas } from '../journey-files/files.ts'
import { generateTests } from '../journey-files/generate.ts'
import { type Tested, testJourney } from '../journey-files/run-tests.ts'
import { edgeText, share, testedText, unreachedText } from '../journey-files/test-text.ts'
import { answer, withJson } from '../workspace.ts'
import { zoneOption } from '../zone-option.ts'

interface TestOptions {
  readonly zone: string
  readonly generate?: boolean
  readonly clock?: string
  readonly json?: boolean
}

export const testCommand = (): Command =>
  withJson(new Command('test'))
    .description('play the path tests of journey files, and say which edges they cover; needs no database')
    .argument('[paths...]', 'journey files, files of tests, or folders of them; else the folder you are in')
    .addOption(zoneOption('the time zone of journeys that name none'))
    .option('--generate', 'first add cases for the edges that no test covers to the files of tests')
    .option('--clock <local>', 'when generated cases begin, as YYYY-MM-DDTHH:mm; else today at 10:00')
    .action((paths: string[], { zone, json, generate, clock }: TestOptions) => {
      const files = journeyFilesAt(paths.length > 0 ? paths : ['.']).map(readJourneyFile)
      const tested = files.map((read) => {
        const { file, unreached } = generate ? generateTests(read, zone, clockOf(clock)) : { file: read, unreached: [] }
        return { file, unreached, tested: testJourney(file.document, zone) }
      })
      const sums = sumOf(tested.map((one) => one.tested))
      answer(json, { ...sums, journeys: tested.map(forPrograms) }, () =>
        [
          ...tested.map(({ file, tested, unreached }) =>
            [testedText(titleOf(file), tested), ...unreached.map(unreachedText)].join('\n'),
          ),
          sumText(sums),
        ].join('\n\n'),
      )
      if (sums.failed > 0) process.exitCode = 1
    })

/** What came of all: `failed` counts journeys that cannot be compiled as well. */
function sumOf(all: readonly Tested[]) {
  const sums = { passed: 0, failed: 0, edges: 0, covered: 0 }
  for (const tested of all) {
    if ('problems' in tested) {
      sums.failed++
      continue
    }
    const failed = tested.results.filter(({ differences }) => differences.length > 0).length
    sums.failed += failed
    sums.passed += tested.results.length - failed
    sums.edges += tested.coverage.edges.length
    sums.covered += tested.coverage.edges.length - tested.coverage.uncovered.length
  }
  return sums
}

const sumText = ({ passed, failed, edges, covered }: ReturnType<typeof sumOf>) =>
  `${passed} passed, ${failed} failed; edges ${share(covered, edges)}`

interface OfFile {
  readonly file: JourneyFile
  readonly unreached: readonly Unreached[]
  readonly tested: Tested
}

function forPrograms({ file: { file }, unreached, tested }: OfFile) {
  if ('problems' in tested) return { file, problems: tested.problems }
  const { results, coverage } = tested
  const tests = results.map(({ test, observed, differences }) => ({
    ...{ name: test.name, passed: differences.length === 0, differences },
    path: observed.path.map(({ name }) => name),
  }))
  const uncovered = coverage.uncovered.map(edgeText)
  return {
    file,
    tests,
    edges: coverage.edges.length,
    uncovered,
    unreached: unreached.map(({ edge }) => edgeText(edge)),
  }
}

/** A local time that was asked for, else today at ten. Throws a UserError for what is none. */
function clockOf(asked: string | undefined): string {
  if (asked === undefined) return `${new Date().toISOString().slice(0, 10)}T10:00`
  if (LocalDateTime.safeParse(asked).success) return asked
  throw new UserError('clock-invalid', `--clock ${asked} is no local time: write one such as 2026-03-02T10:00.`)
}

export const schemaCommand = (): Command =>
  new Command('schema')
    .description('the JSON Schema of a journey file, or of a file of its tests')
    .option('--tests', 'of a file of tests')
    .option('--write <folder>', 'write both into a folder, where journey files find them')
    .action(({ tests, write }: { tests?: boolean; write?: string }) => {
      if (write === undefined) console.log(JSON.stringify(fileSchemas(registry)[tests ? 'tests' : 'journey'], null, 2))
      else writeSchemas(write)
    })
