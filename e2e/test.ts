import { test as base } from '@playwright/test'
import { makeWorkspace, type TestWorkspace } from './workspace.ts'

/** Playwright's test, with a workspace of its own for each: `test('…', async ({ qa, page }) => { … })`. */
export const test = base.extend<{ qa: TestWorkspace }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
  qa: async ({}, use) => {
    const workspace = await makeWorkspace()
    await use(workspace)
    await workspace.close()
  },
  baseURL: async ({ qa }, use) => use(qa.url),
})

export { expect } from '@playwright/test'
