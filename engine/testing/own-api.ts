import { afterAll } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { testApi } from './api.ts'
import { testWorkspace } from './workspace.ts'

/** A workspace for all tests of a file, and its API; both are closed after them. */
export async function ownApi(more: Parameters<typeof testApi>[1] = {}) {
  const w = await testWorkspace({ registry, effects })
  const api = await testApi(w, more)
  afterAll(async () => {
    await api.close()
    await w.close()
  })
  return { w, api }
}
