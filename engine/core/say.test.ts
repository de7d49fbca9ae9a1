import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { IN_BOTH_LANGUAGES, sentencesOf } from '../testing/sentences.ts'
import { issuesIn, say } from './say.ts'

/** Every schema that a file of the core exports, by its name. */
const schemas: [string, z.ZodType][] = []
for (const file of readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })) {
  if (!/^[^.]+\.ts$/.test(file)) continue
  const exported: object = await import(new URL(file, import.meta.url).href)
  for (const [name, value] of Object.entries(exported)) if (value instanceof z.ZodType) schemas.push([name, value])
}

describe('a schema', () => {
  it.each(schemas)('of the core says what it refuses in both languages: %s', (_, schema) => {
    for (const said of sentencesOf(schema)) expect(said).toEqual(IN_BOTH_LANGUAGES)
  })

  const Even = z
    .int()
    .min(2)
    .refine((n) => n % 2 === 0, say('must be even', '必须是偶数'))

  it.each([
    ['en', 3, 'must be even'],
    ['zh-CN', 3, '必须是偶数'],
    ['en', 0, 'Too small: expected number to be >=2'],
    ['zh-CN', 0, '数值过小：期望 number >=2'],
  ] as const)('asked in %s says why not %i: %s', (language, input, message) => {
    expect(issuesIn(language, Even, input).map((issue) => issue.message)).toContain(message)
    expect(Even.safeParse(3).error?.issues[0]?.message).toBe('must be even')
  })

  it('is found out where a refinement has one language, or no words', () => {
    const even = (n: number) => n % 2 === 0
    expect(sentencesOf(z.strictObject({ all: z.array(z.int().refine(even, 'must be even')) }))).toEqual([
      { en: 'must be even', 'zh-CN': 'must be even' },
    ])
    expect(sentencesOf(z.lazy(() => z.int().refine(even)).optional())).toEqual([{ en: 'says nothing', 'zh-CN': '' }])
  })
})
