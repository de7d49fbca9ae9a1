import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readJson } from './json-file.ts'

describe('a JSON file', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'waymark-json-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  const read = (text: string) => {
    const file = join(directory, 'a.json')
    writeFileSync(file, text)
    return readJson(file)
  }

  it('may begin with a byte order mark', () => {
    expect(read('\ufeff{"a": [1, "}", {"b": null}]}')).toEqual({ a: [1, '}', { b: null }] })
  })

  it.each([
    ['nothing', '', '1, column 1'],
    ['a comma too many', '{\n  "a": 1,\n}', '3, column 1'],
    ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', '3, column 3'],
    ['no quotes', '{"a": yes}', '1, column 7'],
    ['a key without value', '{"a"}', '1, column 5'],
    ['a text that goes on', '["a\n"]', '1, column 2'],
    ['the wrong bracket', '{"a": [1}', '1, column 9'],
    ['an early end', '{"a": [1,', '1, column 10'],
    ['something after the end', '{}\n{}', '2, column 1'],
  ])('with %s is refused by line and column', (_, text, place) => {
    expect(() => read(text)).toThrow(`line ${place}.`)
  })

  it('that is not there, or a folder, is refused in words', () => {
    expect(() => readJson(join(directory, 'none.json'))).toThrow('there is no such file')
    expect(() => readJson(directory)).toThrow('it is a folder')
  })
})
