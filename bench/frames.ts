import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

/** The frames of a page in which the pointer moved over it. */
export interface Frames {
  /** Processor time that scripts took for a frame, with the layout that they forced. */
  readonly scriptMs: readonly number[]
  /** From the beginning of a frame to that of the next. */
  readonly intervalMs: readonly number[]
}

/** Notes when each frame began, and whether the pointer moved before it. As text: a compiler would add names of its own. */
const PROBE = `globalThis.probe = (() => {
  const frames = []
  let moved = false
  addEventListener('pointermove', () => { moved = true }, { capture: true })
  requestAnimationFrame(function frame(at) {
    performance.mark('frame')
    frames.push({ at, moved })
    moved = false
    requestAnimationFrame(frame)
  })
  return frames
})()`
const Probed = z.array(z.object({ at: z.number(), moved: z.boolean() }))

/** An event of Chromium's trace. Times are microseconds; `tdur` is that of the processor. */
const TraceEvent = z.object({
  ...{ name: z.string(), ph: z.string(), pid: z.number(), tid: z.number(), ts: z.number() },
  ...{ dur: z.number().default(0), tdur: z.number().default(0) },
})
type TraceEvent = z.infer<typeof TraceEvent>
const Trace = z.object({ traceEvents: z.array(z.unknown()) })

/** By what the browser calls scripts. */
const SCRIPT = new Set([
  ...['EventDispatch', 'FunctionCall', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks', 'EvaluateScript'],
  ...['FireIdleCallback', 'HandlePostMessage'],
])

/** Watches the frames of a page while `perform` moves the pointer over it. Once for each loading of the page. */
export async function framesOf(browser: Browser, page: Page, perform: () => Promise<void>): Promise<Frames> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] })
  await page.evaluate(PROBE)
  await perform()
  const probed = Probed.parse(await page.evaluate('probe'))
  const trace = Trace.parse(JSON.parse((await browser.stopTracing()).toString()))
  const events = trace.traceEvents.flatMap((event) => TraceEvent.safeParse(event).data ?? [])
  const script = scriptBefore(events.sort((a, b) => a.ts - b.ts))
  const moves = [...probed.keys()].filter((i) => probed[i]?.moved)
  return {
    // With what a move leaves to the frames after it.
    scriptMs: moves.map((frame, i) => script.slice(frame, moves[i + 1]).reduce((sum, ms) => sum + ms, 0)),
    intervalMs: moves.flatMap((frame) => {
      const [begin, end] = [probed[frame]?.at, probed[frame + 1]?.at]
      return begin !== undefined && end !== undefined ? [end - begin] : []
    }),
  }
}

/** Milliseconds of script before each mark of the probe, from the one before on: the browser tells of moves first. */
function scriptBefore(events: readonly TraceEvent[]): number[] {
  const marks = events.filter((event) => event.name === 'frame' && event.ph !== 'X')
  const [first] = marks
  const isOfPage = (event: TraceEvent) => event.pid === first?.pid && event.tid === first.tid
  const scripts = outermost(events.filter((event) => SCRIPT.has(event.name) && event.ph === 'X' && isOfPage(event)))
  return marks.map(({ ts }, i) => {
    const from = marks[i - 1]?.ts ?? 0
    return scripts.reduce((sum, script) => sum + (script.ts >= from && script.ts < ts ? script.tdur : 0), 0) / 1000
  })
}

/** Those that stand within no other: sorted by their beginnings. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0
  return events.filter((event) => {
    const isOutside = event.ts >= end
    if (isOutside) end = event.ts + event.dur
    return isOutside
  })
}
