import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'

const WORKFLOWS = fileURLToPath(new URL('./workflows.ts', import.meta.url))

/** The workflow code, bundled for a worker's sandbox: takes about two seconds, so tests share one. */
export async function workflowBundle(workflowsPath = WORKFLOWS): Promise<{ code: string }> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })
  return { code }
}
