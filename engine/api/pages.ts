import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** What no page is at. A file of a former build is gone, and no page either. */
const NO_PAGE = /^\/(api|v1|socket\.io|assets)(\/|$)/
const YEAR_S = 31_536_000

/** The browser application as `vite build` left it in `folder`. It has addresses of its own: what is at none of ours is its first page. */
export function servePages(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return
  app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    // Names of assets change with what is in them.
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
      )
    },
  })
  app.addHook('onRequest', async (request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (request.is404 && reads && !NO_PAGE.test(request.url.split('?')[0] ?? '')) return reply.sendFile('index.html')
  })
}
