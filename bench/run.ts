// `npm run bench`, `npm run bench -- P1 P4`, `npm run bench -- P1 --sizes 10000`.
import { parseArgs } from 'node:util'
import { growth } from './growth.ts'
import { audienceRun } from './p1-audience.ts'
import { eventLatency } from './p2-events.ts'
import { intake } from './p3-intake.ts'
import { temporalCost } from './p4-temporal-cost.ts'
import { walkingOfTheDue } from './p5-waiting.ts'
import { reading } from './p7-reading.ts'
import { liveLag } from './p8-live.ts'
import { canvasSpeed } from './p9-canvas.ts'
import { lineOf, save } from './results.ts'

const { values, positionals } = parseArgs({ options: { sizes: { type: 'string' } }, allowPositionals: true })
const sizes = values.sizes?.split(',').map(Number)
const say = (line: string) => console.log(`  ${line}`)
const BENCHMARKS = {
  P1: () => audienceRun(say, sizes),
  P2: () => eventLatency(say),
  P3: () => intake(say),
  P4: () => temporalCost(say),
  P5: () => walkingOfTheDue(say, sizes),
  P7: () => reading(say, sizes),
  P8: () => liveLag(say),
  P9: () => canvasSpeed(say),
  growth: () => growth(say),
}

const asked = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS)
const unknown = asked.find((id) => !Object.hasOwn(BENCHMARKS, id))
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}: there are ${Object.keys(BENCHMARKS).join(', ')}.`)
  process.exit(1)
}
for (const id of asked) {
  const results = await BENCHMARKS[id as keyof typeof BENCHMARKS]() // checked above
  for (const result of results) console.log(lineOf(result))
  save(results)
}
process.exit()
