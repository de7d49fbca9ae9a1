import { defineConfig } from 'prisma/config'

// The client is generated, and migrations are written, without any native engine; `engine/store/migrate.ts` applies them.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
