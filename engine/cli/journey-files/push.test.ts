import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PASSWORD } from '../../testing/api.ts'
import { journeyApi, waitingJourney } from '../../testing/journey-api.ts'
import { ownApi } from '../../testing/own-api.ts'
import { waymarkProgram } from '../program.ts'
import { stableJson } from './stable-json.ts'

const { api } = await ownApi()
const journeys = await journeyApi(api)
let url = ''
let folder: string
beforeAll(async () => {
  url = await api.app.listen({ host: '127.0.0.1', port: 0 })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-push-'))
  return () => rmSync(folder, { recursive: true })
})
afterAll(() => vi.restoreAllMocks())

/** Runs a command as Ann. */
async function waymark(...args: string[]): Promise<{ out: string; code: unknown }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.stubEnv('WAYMARK_SIGN_IN_EMAIL', 'Ann@x.io')
  vi.stubEnv('WAYMARK_SIGN_IN_PASSWORD', PASSWORD)
  try {
    const [command = '', ...rest] = args
    const where = ['--server', url, '--workspace', 't']
    await waymarkProgram().parseAsync(['journeys', command, ...rest, ...where], { from: 'user' })
    return { out: out.mock.calls.map(([text]) => `${text}\n`).join(''), code: process.exitCode ?? 0 }
  } finally {
    process.exitCode = undefined
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
}

const fileOf = (key: string) => join(folder, `${key}.journey.json`)
const read = (key: string) => JSON.parse(readFileSync(fileOf(key), 'utf8'))
const change = (key: string, more: object) => writeFileSync(fileOf(key), stableJson({ ...read(key), ...more }))
const draftOf = async (key: string) => (await journeys.get(`/journeys/${key}`)).json().draft

/** A journey that is on the server and in the folder. */
async function pulled(key: string, more: object = {}) {
  await journeys.post('/journeys', { document: waitingJourney(key, more) })
  await waymark('pull', folder, '--key', key)
  return { revision: 1 }
}

const test = {
  name: 'a day passes',
  clock: '2026-03-02T10:00',
  happenings: [
    { do: 'post', event: 'joined' },
    { do: 'wait', after: { amount: 1, unit: 'day' } },
  ],
  expect: { path: ['start.next', 'day.done', 'end.ended'] },
}

describe('waymark journeys pull', () => {
  it('writes a file for each journey, its tests beside it, and the schemas; twice the same', async () => {
    await journeys.post('/journeys', { document: waitingJourney('alpha', { tests: [test] }) })
    await waymark('pull', folder)
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['alpha.journey.json', 'alpha.test.json', 'journey.schema.json', 'waymark.lock.json']),
    )
    const before = readFileSync(fileOf('alpha'), 'utf8')
    expect(read('alpha')).toMatchObject({ $schema: './journey.schema.json', key: 'alpha' })
    expect(read('alpha').tests).toBeUndefined()
    await waymark('pull', folder)
    expect(readFileSync(fileOf('alpha'), 'utf8')).toBe(before)
    expect((await waymark('plan', folder)).out).toContain('= alpha: unchanged')
  })

  it('does not overwrite what was edited in a file, unless it is told to', async () => {
    await pulled('edited')
    change('edited', { name: 'here' })
    await expect(waymark('pull', folder, '--key', 'edited')).rejects.toThrow(
      /Edited here since .*edited\.journey\.json/,
    )
    expect(read('edited').name).toBe('here')
    await waymark('pull', folder, '--key', 'edited', '--force')
    expect(read('edited').name).toBe('edited')
  })
})

describe('waymark journeys plan and push', () => {
  it('make a journey that is not there, with its tests, and publish it', async () => {
    writeFileSync(fileOf('fresh'), stableJson(waitingJourney('fresh')))
    writeFileSync(join(folder, 'fresh.test.json'), stableJson({ tests: [test] }))
    const plan = await waymark('plan', folder)
    expect([plan.code, plan.out]).toEqual([2, '+ fresh: create, 3 nodes\n'])
    expect((await waymark('push', folder, '--publish')).out).toContain('published as version 1')
    expect((await draftOf('fresh')).document.tests).toMatchObject([{ name: 'a day passes' }])
    expect((await waymark('plan', folder)).code).toBe(0)
    expect(await waymark('push', folder, '--publish')).toEqual({ code: 0, out: '= fresh: unchanged\n' })
  })

  it('tell node by node what would change, and change it', async () => {
    await pulled('nodes')
    const { nodes, edges } = read('nodes')
    const [start, day] = nodes
    const longer = { ...day, settings: { kind: 'duration', duration: { amount: 2, unit: 'day' } } }
    change('nodes', {
      nodes: [start, longer, { id: 'stop', type: 'end', version: 1, name: 'stop' }],
      edges: [edges[0], { from: 'day', outcome: 'done', to: 'stop' }],
    })
    const { out, code } = await waymark('plan', fileOf('nodes'))
    expect(code).toBe(2)
    expect(out.split('\n').map((line) => line.trim())).toEqual([
      '~ nodes: change',
      '~ node day',
      'settings.duration.amount 1 → 2',
      '- edge day.done → end',
      '+ edge day.done → stop',
      '+ node stop (end)',
      '- node end (end)',
      '',
    ])
    await waymark('push', fileOf('nodes'))
    expect(await draftOf('nodes')).toMatchObject({ revision: 2, savedBy: 'Ann' })
    expect((await waymark('plan', fileOf('nodes'), '--json')).out).toContain('"step":"unchanged"')
  })

  it('push nothing at all where somebody edited one journey meanwhile', async () => {
    await pulled('mine')
    await pulled('theirs')
    const theirs = { ...waitingJourney('theirs'), name: 'by Bo' }
    await journeys.save('theirs', theirs, 1, 'Bo')
    const behind = await waymark('plan', folder)
    expect([behind.code, behind.out]).toEqual([0, expect.stringContaining('< theirs: edited there by Bo and not here')])
    change('mine', { name: 'by Ann' })
    change('theirs', { name: 'by Ann' })
    const plan = await waymark('plan', folder)
    expect(plan.code).toBe(1)
    expect(plan.out).toContain('! theirs: conflict: edited there by Bo')
    expect(plan.out).toContain('name "by Bo" → "by Ann"')
    await expect(waymark('push', folder)).rejects.toThrow(/conflict: edited there by Bo[\s\S]*Nothing was pushed/)
    expect((await draftOf('theirs')).document.name).toBe('by Bo')
    expect((await draftOf('mine')).document.name).toBe('mine')
  })

  it('push over an edit that was undone, and not over a file of an unknown beginning', async () => {
    await pulled('undone')
    await journeys.save('undone', { ...waitingJourney('undone'), name: 'other' }, 1, 'Bo')
    await journeys.save('undone', waitingJourney('undone'), 2, 'Bo')
    change('undone', { name: 'by Ann' })
    await waymark('push', folder)
    expect((await draftOf('undone')).document.name).toBe('by Ann')
    rmSync(join(folder, 'waymark.lock.json'))
    change('undone', { name: 'again' })
    await expect(waymark('push', folder)).rejects.toThrow('conflict')
  })

  it('say that a second person must publish it, and ask for one', async () => {
    await pulled('careful')
    change('careful', { settings: { approval: 'always' } })
    await expect(waymark('push', fileOf('careful'), '--publish')).rejects.toThrow(/A second person.*--ask/)
    const asked = await waymark('push', fileOf('careful'), '--publish', '--ask', 'for spring')
    expect(asked.out).toContain('= careful: unchanged\n    a second person is asked to publish it')
    const { approvals } = (await journeys.get('/approvals?journey=careful')).json()
    expect(approvals).toMatchObject([{ note: 'for spring', askedBy: 'Ann', revision: 2, state: 'asked' }])
    await expect(waymark('push', fileOf('careful'), '--publish', '--ask', 'again')).rejects.toThrow('Ann has asked')
  })

  it('say so where the key is of an archived journey', async () => {
    await pulled('gone')
    await journeys.patch('/journeys/gone', { archived: true })
    change('gone', { name: 'by Ann' })
    expect((await waymark('plan', folder)).out).toContain('an archived journey has this key')
    await expect(waymark('push', folder)).rejects.toThrow('Nothing was pushed')
  })
})

describe('what cannot be reached', () => {
  it.each([
    ['no server', ['--server', 'http://127.0.0.1:1'], /does not answer/],
    ['no address', ['--server', 'here'], /--server here is no address/],
    ['another workspace', ['--workspace', 'other'], /workspace “other”/],
  ])('is told in a sentence: %s', async (_, more, sentence) => {
    const failing = (async () => {
      vi.stubEnv('WAYMARK_SIGN_IN_EMAIL', 'Ann@x.io')
      vi.stubEnv('WAYMARK_SIGN_IN_PASSWORD', PASSWORD)
      const where = ['--server', url, '--workspace', 't', ...more]
      await waymarkProgram().parseAsync(['journeys', 'pull', folder, ...where], { from: 'user' })
    })()
    await expect(failing).rejects.toThrow(sentence)
    vi.unstubAllEnvs()
  })

  it('is told how to sign in', async () => {
    const pull = (password: string) => {
      vi.stubEnv('WAYMARK_SIGN_IN_EMAIL', password === '' ? '' : 'Ann@x.io')
      vi.stubEnv('WAYMARK_SIGN_IN_PASSWORD', password)
      return waymarkProgram().parseAsync(['journeys', 'pull', folder, '--server', url], { from: 'user' })
    }
    await expect(pull('')).rejects.toThrow(/^Set WAYMARK_SIGN_IN_EMAIL/)
    await expect(pull('a wrong password')).rejects.toThrow(/password is wrong\. Set WAYMARK_SIGN_IN_EMAIL/)
    vi.unstubAllEnvs()
  })
})
