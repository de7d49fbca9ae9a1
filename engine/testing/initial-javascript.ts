import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

/** What a screen should cost at most before its lazy parts, in KB of gzip: P9. */
export const GOAL_KB = 300

/** What of Vite's manifest counts. */
const Manifest = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).default([]) }))

const SCREENS = {
  'first screen': ['index.html'],
  list: ['index.html', 'screens/journeys/journeys.tsx'],
  editor: ['index.html', 'screens/journey/edit.tsx'],
} as const
type MeasuredScreen = keyof typeof SCREENS

/** The goal, and where a screen misses it what it costs now: it must not grow. */
const MOST_KB: Readonly<Record<MeasuredScreen, number>> = { 'first screen': GOAL_KB, list: GOAL_KB, editor: 392 }

/** The JavaScript that each screen needs before it is seen, of the pages as `vite build` left them in `folder`: KB of gzip. */
export function initialJavaScript(folder: string): Record<MeasuredScreen, number> {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')))
  const sizeOf = (entries: readonly string[]): number => {
    const needed = new Set<string>()
    const need = (name: string) => {
      const chunk = manifest[name]
      if (!chunk) throw new Error(`the build has no ${name}`)
      if (needed.has(chunk.file)) return
      needed.add(chunk.file)
      chunk.imports.forEach(need)
    }
    entries.forEach(need)
    return [...needed].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000
  }
  return {
    'first screen': sizeOf(SCREENS['first screen']),
    list: sizeOf(SCREENS.list),
    editor: sizeOf(SCREENS.editor),
  }
}

/** The sizes in one line, and whether all are within what they may be. */
export function judgeJavaScript(folder: string): { line: string; isWithin: boolean } {
  const sizes = Object.entries(initialJavaScript(folder))
  const words = sizes.map(([screen, kilobytes]) => `${screen} ${Math.round(kilobytes)}`)
  return {
    line: `initial JavaScript, KB gzip: ${words.join(', ')} (goal ${GOAL_KB})`,
    isWithin: sizes.every(([screen, kilobytes]) => kilobytes <= MOST_KB[screen as MeasuredScreen]), // keys of it
  }
}
