import { expect } from 'vitest'
import { z } from 'zod'
import { issuesIn } from '../core/say.ts'

/** What is asked of an error of a schema: the least that any of them looks at. */
const ISSUE: z.core.$ZodRawIssue = { code: 'invalid_union', input: undefined, path: [], errors: [] }

const CHINESE = /[一-鿿]/
/** What a sentence of a schema must be like, for `toEqual`. */
export const IN_BOTH_LANGUAGES = {
  en: expect.not.stringMatching(CHINESE),
  'zh-CN': expect.stringMatching(CHINESE),
}

/** All that is reachable from a schema: schemas and checks. */
function partsOf(root: z.ZodType): Set<z.core.$ZodType | z.core.$ZodCheck> {
  const parts = new Set<z.core.$ZodType | z.core.$ZodCheck>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (value instanceof z.core.$ZodType || value instanceof z.core.$ZodCheck) {
      if (parts.has(value)) return
      parts.add(value)
      if (value instanceof z.ZodLazy) visit(value.unwrap())
      for (const part of Object.values(value._zod.def)) visit(part)
    } else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
      for (const part of Object.values(value)) visit(part)
    }
  }
  visit(root)
  return parts
}

/** The sentences of its own that a schema has for what it refuses; one for a refinement that has none. */
export function sentencesOf(schema: z.ZodType): { en: string; 'zh-CN': string }[] {
  return [...partsOf(schema)].flatMap(({ _zod: { def } }) => {
    const error = def.error as z.core.$ZodErrorMap | undefined // of any issue: the definitions name those of their own
    if (!error) return 'check' in def && def.check === 'custom' ? [{ en: 'says nothing', 'zh-CN': '' }] : []
    const said = { en: '', 'zh-CN': '' }
    for (const language of ['en', 'zh-CN'] as const) {
      const asks = z.unknown().transform(() => {
        said[language] = z.string().parse(error(ISSUE))
      })
      issuesIn(language, asks, undefined)
    }
    return [said]
  })
}
