import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build, type PreviewServer, preview } from 'vite'
import { z } from 'zod'
import { findBrowser } from '../engine/cli/set-up/find-browser.ts'
import { GOAL_KB, initialJavaScript } from '../engine/testing/initial-javascript.ts'
import { type Frames, framesOf } from './frames.ts'
import { type BenchResult, quantile, resultOf } from './results.ts'

const ROUNDS = 5
const PAGES = fileURLToPath(new URL('../canvas-ui/', import.meta.url))
/** Moves of the pointer in a round: one a frame, where the browser keeps up. */
const MOVES = 120

/**
 * The editor of a journey in a real Chromium: dragging among 500 nodes, panning over 1,000 (twice what a journey may
 * have), and its first load; all beside a page that does nothing, moved over in the same way. What JavaScript the
 * screens need before they are seen is counted, not timed.
 */
export async function canvasSpeed(say: (line: string) => void): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  const browser = await openBrowser()
  let server: PreviewServer | undefined
  try {
    const kilobytes = await builtSizes(join(folder, 'pages'))
    server = await serveCanvas(join(folder, 'canvas'))
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const address = new URL('canvas.html', server.resolvedUrls?.local[0] ?? '').href
    const rounds: Round[] = []
    for (let i = 0; i < ROUNDS; i++) {
      const round = await measure(browser, page, address)
      rounds.push(round)
      say(`P9 round ${i + 1}: ${describe(round)}`)
    }
    return [...timed(rounds), ...sizes(kilobytes)]
  } finally {
    await browser.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The frames in which the pointer moved. */
interface Round {
  readonly nothing: Frames
  readonly drag: Frames
  readonly dragFar: Frames
  readonly pan: Frames
  readonly panFar: Frames
  readonly firstLoadMs: number
}

const p95 = (values: readonly number[]): number => quantile(values, 0.95)

async function measure(browser: Browser, page: Page, address: string): Promise<Round> {
  const frames = (perform: () => Promise<void>) => framesOf(browser, page, perform)
  const opened = async (nodes: number, zoom: '10 %' | '100 %') => {
    const ms = await open(page, `${address}?journey=big&nodes=${nodes}`)
    if (zoom === '100 %') await page.keyboard.press('0')
    await pause(SETTLES_MS)
    return ms
  }
  await page.goto('about:blank')
  const nothing = await frames(() => circle(page, CENTRE))
  await opened(500, '100 %')
  const dragged = await frames(() => drag(page))
  const firstLoadMs = await opened(500, '10 %')
  const dragFar = await frames(() => drag(page))
  await opened(1000, '100 %')
  const panned = await frames(() => pan(page))
  await opened(1000, '10 %')
  const panFar = await frames(() => pan(page))
  return { nothing, drag: dragged, dragFar, pan: panned, panFar, firstLoadMs }
}

const describe = (round: Round): string =>
  Object.entries(round)
    .map(([name, figure]) =>
      typeof figure === 'number'
        ? `${name} ${Math.round(figure)}`
        : `${name} ${p95(figure.scriptMs).toFixed(1)} / ${p95(figure.intervalMs).toFixed(1)} ms (${figure.intervalMs.length})`,
    )
    .join(', ')

function timed(rounds: readonly Round[]): BenchResult[] {
  const head = { id: 'P9', unit: 'ms' }
  const nothing = { 'a page that does nothing': rounds.map((r) => p95(r.nothing.intervalMs)) }
  const intervals = (of: 'drag' | 'dragFar' | 'pan' | 'panFar', name: string, most: number) =>
    resultOf(
      { ...head, name: `${name}: frame interval, p95`, goal: `≤ ${most}` },
      rounds.map((round) => p95(round[of].intervalMs)),
      nothing,
      ({ median }) => median <= most,
    )
  const script = (of: 'drag' | 'dragFar', name: string) =>
    resultOf(
      { ...head, name: `${name}: script of a frame, p95`, goal: '≤ 8' },
      rounds.map((round) => p95(round[of].scriptMs)),
      {},
      ({ median }) => median <= 8,
    )
  return [
    script('drag', 'drag among 500 nodes at 100 %'),
    intervals('drag', 'drag among 500 nodes at 100 %', 17),
    script('dragFar', 'drag among 500 nodes at 10 %'),
    intervals('dragFar', 'drag among 500 nodes at 10 %', 17),
    intervals('pan', 'pan over 1,000 nodes at 100 %', 33),
    intervals('panFar', 'pan over 1,000 nodes at 10 %', 33),
    resultOf(
      { ...head, name: 'first load of 500 nodes, from the server on this machine', goal: 'told' },
      rounds.map((round) => round.firstLoadMs),
      {},
      () => true,
    ),
  ]
}

const sizes = (kilobytes: ReturnType<typeof initialJavaScript>): BenchResult[] =>
  Object.entries(kilobytes).map(([screen, size]) =>
    resultOf(
      { id: 'P9', name: `initial JavaScript of the ${screen}`, unit: 'KB gzip', goal: `≤ ${GOAL_KB}` },
      [size],
      {},
      ({ median }) => median <= GOAL_KB,
    ),
  )

async function openBrowser(): Promise<Browser> {
  const found = findBrowser({ get: true })
  if ('none' in found) throw new Error(found.none)
  return chromium.launch({ executablePath: found.program, args: found.args })
}

async function builtSizes(outDir: string) {
  await build({ root: PAGES, logLevel: 'warn', build: { outDir } })
  return initialJavaScript(outDir)
}

/** The page of development with the editor on it, built as the application is: no server stands behind it. */
async function serveCanvas(outDir: string): Promise<PreviewServer> {
  const made = { outDir, rollupOptions: { input: join(PAGES, 'canvas.html') } }
  await build({ root: PAGES, logLevel: 'warn', build: made })
  return preview({ root: PAGES, logLevel: 'warn', build: { outDir }, preview: { port: 0 } })
}

/** Opens a page with a canvas; how long it took until the cards stood there, in milliseconds. */
async function open(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await page.locator('.react-flow__node').first().waitFor()
  return page.evaluate<number>('performance.now()')
}

/** What is fetched and drawn ahead, and a zoom that moves, are over by then. */
const SETTLES_MS = 1500

const Place = z.object({ x: z.number(), y: z.number() })
type Place = z.infer<typeof Place>

/** Of the canvas, between palette and problems. */
const CENTRE: Place = { x: 760, y: 320 }

/** Moves the pointer in circles, up from where it begins: away from the edge, where a drag moves the canvas too. */
async function circle(page: Page, { x, y }: Place): Promise<void> {
  for (let i = 0; i < MOVES; i++) {
    const angle = (i / MOVES) * 4 * Math.PI
    await page.mouse.move(x + 60 * Math.sin(angle), y - 60 * (1 - Math.cos(angle)))
  }
}

/** Drags the card nearest to the centre. */
async function drag(page: Page): Promise<void> {
  const middles = '({ x, y, width, height }) => ({ x: x + width / 2, y: y + Math.min(16, height / 2) })'
  const cards = `[...document.querySelectorAll('.react-flow__node')].map((card) => card.getBoundingClientRect())`
  const places = z.array(Place).parse(await page.evaluate(`${cards}.map(${middles})`))
  const away = ({ x, y }: Place) => Math.hypot(x - CENTRE.x, y - CENTRE.y)
  const at = places.reduce((best, each) => (away(each) < away(best) ? each : best), { x: 0, y: 0 })
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await circle(page, at)
  await page.mouse.up()
}

/** Drags the canvas under the pointer. */
async function pan(page: Page): Promise<void> {
  await page.mouse.move(CENTRE.x, CENTRE.y)
  await page.mouse.down({ button: 'middle' })
  await circle(page, CENTRE)
  await page.mouse.up({ button: 'middle' })
}
