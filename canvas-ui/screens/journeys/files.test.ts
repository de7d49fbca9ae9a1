import { describe, expect, test } from 'vitest'
import { readJourneyFile } from './files.ts'

const file = (text: string, size = text.length) => ({ size, text: async () => text })

describe('a journey file', () => {
  test('is an object of JSON', async () => {
    expect(await readJourneyFile(file('{"name": "a"}'))).toEqual({ document: { name: 'a' } })
  })

  test.each(['', 'hello', '[1]', 'null', '"text"'])('is not %j', async (text) => {
    expect(await readJourneyFile(file(text))).toEqual({ fault: { kind: 'not-json' } })
  })

  test('has at most 4 MB, which is said before it is read', async () => {
    const text = () => Promise.reject(new Error('was read'))
    expect(await readJourneyFile({ size: 10 * 1_048_576, text })).toEqual({ fault: { kind: 'large', size: '10.0' } })
  })

  test('is refused where it is nested without end', async () => {
    const text = `{"settings":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(await readJourneyFile(file(text))).toEqual({ fault: { kind: 'deep' } })
  })

  test('changes nothing but itself, whatever its keys are', async () => {
    await readJourneyFile(file('{"__proto__": {"hacked": true}}'))
    expect(Reflect.get({}, 'hacked')).toBeUndefined()
  })
})
