#!/usr/bin/env node
// The `waymark` program: runs main.ts in this very process, so signals and the exit code need no passing on.
import { fileURLToPath } from 'node:url'

const { register } = await import('tsx/esm/api').catch(() => {
  console.error('Waymark is not installed yet: run "npm ci" in its folder first.')
  process.exit(1)
})
process.setSourceMapsEnabled(true)
// Named, because tsx would otherwise read the tsconfig.json of whatever folder we are called from.
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
await import('./main.ts')
