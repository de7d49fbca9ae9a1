import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from '@temporalio/worker'
import { describe, expect, it } from 'vitest'
import { testBundle } from '../../testing/drivers.ts'
import { workflowBundle } from './bundle.ts'
import { installRuntime } from './driver.ts'

const FOLDER = fileURLToPath(new URL('./histories/', import.meta.url))
const INCOMPATIBLE = fileURLToPath(new URL('../../testing/incompatible-workflows.ts', import.meta.url))

installRuntime()
const histories = readdirSync(FOLDER)
const contentOf = (file: string) => readFileSync(FOLDER + file, 'utf8')
const replay = (workflowBundle: { code: string }, file: string) =>
  Worker.runReplayHistory({ workflowBundle }, JSON.parse(contentOf(file)), file.replace('.json', ''))

describe('workflows that are under way', () => {
  it('were recorded of every kind, with signals, timers and a new run', () => {
    const kinds = histories.map((file) => file.replace(/-.*/, ''))
    expect([...new Set(kinds)].sort()).toEqual(['clock', 'delivery', 'journeyShard'])
    for (const kind of new Set(kinds)) {
      const all = histories.filter((file) => file.startsWith(kind)).map(contentOf)
      for (const event of ['EXECUTION_SIGNALED', 'TIMER_FIRED', 'TIMER_CANCELED', 'CONTINUED_AS_NEW'])
        expect(
          all.some((text) => text.includes(event)),
          `${kind} ${event}`,
        ).toBe(true)
      expect(
        all.some((text) => text.includes('EXECUTION_COMPLETED')),
        `${kind} completed`,
      ).toBe(true)
    }
  })

  it.each(histories)('go on after a deploy: %s', async (file) => {
    await expect(replay(await testBundle(), file)).resolves.toBeUndefined()
  })

  it('show a deploy that they could not go on with', async () => {
    const incompatible = await workflowBundle(INCOMPATIBLE)
    for (const file of histories)
      await expect(replay(incompatible, file), file).rejects.toMatchObject({ name: 'DeterminismViolationError' })
  })
})
