import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['engine/**/*.test.ts', 'nodes/**/*.test.ts', 'bench/**/*.test.ts', 'canvas-ui/**/*.test.ts'],
    // Styles are empty in tests, but for the one that reads the tokens.
    css: { include: [/\.css\?raw$/] },
    globalSetup: ['engine/testing/global-setup.ts'],
    // Secrets of accounts are sealed by it, and services that are called stand on this machine.
    env: {
      WAYMARK_SECRET: 'only for tests, and long enough for them',
      WAYMARK_PRIVATE_NETWORKS: '127.0.0.0/8, ::1/128',
    },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
