import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = process.env.WAYMARK_URL ?? 'http://127.0.0.1:4000'

/** `npx vite canvas-ui` serves it while you work on it, with the API of a running `npm start` behind. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss()],
  resolve: {
    alias: [{ find: /^temporal-polyfill$/, replacement: fileURLToPath(new URL('app/temporal.ts', import.meta.url)) }],
  },
  build: { outDir: 'dist', emptyOutDir: true, sourcemap: true, manifest: true },
  // Not the folder `api` of this application. As objects: a bare address would change the host, and the API refuses pages of another.
  server: {
    proxy: {
      '^/api/(?!.*[.]tsx?(\\?|$))': { target: SERVER },
      '/v1': { target: SERVER },
      '/socket.io': { target: SERVER, ws: true },
    },
  },
})
