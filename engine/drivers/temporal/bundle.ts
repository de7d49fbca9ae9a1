import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'

/** The workflow code, bundled for a worker's sandbox: takes about two seconds, so tests share one. */
export async function workflowBundle(): Promise<{ code: string }> {
  const workflowsPath = fileURLToPath(new URL('./workflows.ts', import.meta.url))
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })
  return { code }
}
