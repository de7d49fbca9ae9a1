// npm's `prepare` step: makes the Prisma client, and notes which package-lock.json node_modules was installed from.
import { spawnSync } from 'node:child_process'
import { existsSync, utimesSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { stampInstall } from './install-stamp.mjs'

const root = new URL('../../../', import.meta.url)

// A docker layer that installs before it copies the sources has no schema yet: set-up.mjs generates later.
if (existsSync(new URL('prisma/schema.prisma', root))) {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const { status, stderr } = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no schema engine, but Prisma downloads one unless told of a program that exists.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (status !== 0) {
    console.error(`The database client could not be generated:\n${stderr}`)
    process.exit(1)
  }
  // set-up.mjs compares this folder's time with the schema's, and rewriting files leaves it as it was.
  utimesSync(new URL('prisma/generated', root), new Date(), new Date())
}

if (process.env.npm_lifecycle_event === 'prepare') stampInstall()
