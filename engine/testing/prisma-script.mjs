// prisma-script.mjs URL: prints the SQL that makes all of schema.prisma in the empty database at URL. It is Prisma's own schema engine that
// writes it, compiled to WebAssembly, so that no binary is fetched.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
const wasm = await readFile(join(folder, 'schema_engine_bg.wasm'))
const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
glue.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start?.()

const file = 'schema.prisma'
const content = await readFile(new URL(`../../prisma/${file}`, import.meta.url), 'utf8')
const database = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: process.argv[2] }))
const engine = await glue.SchemaEngine.new({ datamodels: [[file, content]] }, () => {}, database)
const { stdout } = await engine.diff({
  from: { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [{ path: file, content }], configDir: '.' },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
})
process.stdout.write(stdout, () => process.exit(0))
