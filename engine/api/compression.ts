import { createGunzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problems.ts'

/** Reads bodies with `Content-Encoding: gzip`, as several of Segment's libraries send them. The body's limit holds unpacked. */
export function readCompressed(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding === 'identity') return payload
    if (encoding !== 'gzip')
      throw new Problem('wrong-content-type', 'Send the body as it is, or with Content-Encoding: gzip.')
    const unpacked = Object.assign(createGunzip(), { receivedEncodedLength: 0 })
    payload.on('data', (chunk: Buffer) => {
      unpacked.receivedEncodedLength += chunk.length // what fastify compares with Content-Length
    })
    payload.on('error', (error) => unpacked.destroy(error))
    return payload.pipe(unpacked)
  })
}
