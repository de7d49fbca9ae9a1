import type { FactRequests } from './journey/facts.ts'
import type { JsonObject } from './json.ts'
import { fieldValue } from './rules/evaluate.ts'
import { factOfField } from './rules/facts.ts'
import { isScalar, type Rule, type Scalar } from './rules/rule.ts'

/** `{{path | "fallback"}}`: no logic, no nesting. */
export const VARIABLE = /\{\{\s*([^{}|"]+?)\s*(?:\|\s*"([^"{}]*)"\s*)?\}\}/g

interface Variable {
  readonly path: string
  readonly fallback: string | undefined
}

/** Of the text read last: a batch fills one text for many members. */
let last: { text: string; variables: readonly Variable[] } = { text: '', variables: [] }

function readVariables(text: string): readonly Variable[] {
  if (text !== last.text) {
    last = { text, variables: [...text.matchAll(VARIABLE)].map(([, path = '', fallback]) => ({ path, fallback })) }
  }
  return last.variables
}

const isKnown = (path: string) => /^(member\.[^.]+|event(\.[A-Za-z][\w-]*)+)$/.test(path)

/** What a text asks to know, and the variables in it that nothing can answer. */
export function variablesOf(text: string): { requests: FactRequests; unknown: string[] } {
  const variables = readVariables(text)
  const facts = variables.filter((v) => isKnown(v.path)).map((v) => factOfField(v.path))
  return {
    requests: Object.fromEntries(facts.map(({ name, request }) => [name, request])),
    unknown: variables.filter((v) => !isKnown(v.path)).map((v) => v.path),
  }
}

/** Rules of whom a text can be written for, and of whom it cannot: none where it can be for everybody. */
export function variableRules(text: string): Rule[] {
  const needed = readVariables(text).filter(({ path, fallback }) => fallback === undefined && isKnown(path))
  const all = needed.map(({ path }) => ({ field: path, op: 'not-empty' as const }))
  return all.length > 0 ? [{ all }, { not: { all } }] : []
}

/** The values of a text's variables; `missing` names the first that has neither value nor fallback: such a text is not sent. */
export function fillVariables(
  text: string,
  facts: Readonly<Record<string, unknown>>,
): { values: JsonObject } | { missing: string } {
  const values: JsonObject = {}
  for (const variable of readVariables(text)) {
    const said = spoken(variable, facts)
    if (said === undefined) return { missing: variable.path }
    values[variable.path] = said
  }
  return { values }
}

/** A text with its variables put in and a dash for what is not known: for readers who are better told a part than nothing. */
export function renderKnown(text: string, facts: Readonly<Record<string, unknown>>): string {
  const values = readVariables(text).map((variable) => [variable.path, spoken(variable, facts) ?? '—'] as const)
  return renderPlain(text, Object.fromEntries(values))
}

function spoken({ path, fallback }: Variable, facts: Readonly<Record<string, unknown>>): Scalar | undefined {
  const value = fieldValue(path, facts)
  return isScalar(value) && value !== '' ? value : fallback
}

/** A text with its variables put in, for where any character may stand. */
export const renderPlain = (text: string, values: Readonly<JsonObject>): string =>
  render(text, values, (value) => value)

/** A text with its variables put in; `safely` makes a value safe for where the text goes. */
export const render = (text: string, values: Readonly<JsonObject>, safely: (value: string) => string): string =>
  text.replace(VARIABLE, (_, path: string) => (Object.hasOwn(values, path) ? safely(String(values[path])) : ''))
