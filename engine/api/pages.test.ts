import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ownApi } from '../testing/own-api.ts'

const pages = mkdtempSync(join(tmpdir(), 'waymark-pages-'))
mkdirSync(join(pages, 'assets'))
writeFileSync(join(pages, 'index.html'), '<title>Waymark</title>')
writeFileSync(join(pages, 'assets/main-1a2b.js'), 'started()')
afterAll(() => rmSync(pages, { recursive: true }))
const { api } = await ownApi({ pages })

it.each(['/', '/index.html', '/sign-in', '/w/demo/journeys?state=running', '/invitation/abc'])(
  'the browser application answers %s, anew each time',
  async (url) => {
    const answer = await api.app.inject(url)
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>Waymark</title>'])
    expect(answer.headers['content-type']).toMatch('text/html')
    expect(answer.headers['cache-control']).toBe('no-cache')
  },
)

it('its files are kept by browsers for good, for their names change with them', async () => {
  const answer = await api.app.inject('/assets/main-1a2b.js')
  expect(answer.body).toBe('started()')
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

it.each(['/api/nothing', '/v1/nothing', '/socket.io/nothing', '/assets/gone.js'])('no page is at %s', async (url) => {
  const answer = await api.app.inject(url)
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toMatch('application/problem+json')
})

it('no page takes anything', async () => {
  expect((await api.app.inject({ method: 'POST', url: '/sign-in' })).statusCode).toBe(404)
})

it('no script runs but ours, and no other page shows ours', async () => {
  const { headers } = await api.app.inject('/sign-in')
  expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
})
