// Generates the Prisma client, where there is a schema. prisma.config.ts keeps it from looking for a native engine.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
if (existsSync(`${root}prisma/schema.prisma`) && existsSync(`${root}node_modules/prisma`)) {
  const cli = `${root}node_modules/prisma/build/index.js`
  const env = { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  const { status, stderr } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) {
    console.error(`The database client could not be generated:\n${stderr}`)
    process.exit(1)
  }
}
