import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['engine/**/*.test.ts', 'nodes/**/*.test.ts', 'bench/**/*.test.ts', 'canvas-ui/**/*.test.ts'],
    // Styles are empty in tests, but for the one that reads the tokens.
    css: { include: [/\.css\?raw$/] },
    globalSetup: ['engine/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
