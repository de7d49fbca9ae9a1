import { type ComponentType, createContext, useContext } from 'react'
import type { Shape } from '../../engine/core/journey/settings-shape.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'
import type { Catalogue as Known, KnownField } from '../conditions/fields.ts'
import type { Fault } from './faults.ts'

/** What settings can be made of: the answer of the catalogue route. */
export interface Catalogue extends Known {
  /** `computedAt`: an instant; null where its set was never computed. */
  readonly segments: readonly { readonly key: string; readonly name: string; readonly computedAt: string | null }[]
  readonly groups: readonly { readonly key: string; readonly name: string }[]
  /** Those that take calls. */
  readonly journeys: readonly { readonly key: string; readonly name: string }[]
  readonly accounts: readonly { readonly key: string; readonly channel: string }[]
  /** Colleagues, by their ids. */
  readonly people: readonly { readonly key: string; readonly name: string }[]
}

export const NOTHING_KNOWN: Catalogue = {
  attributes: [],
  tags: [],
  events: [],
  segments: [],
  groups: [],
  journeys: [],
  accounts: [],
  people: [],
}

/** What fields and choices are called, by path without the numbers of lists. */
export interface FormWords {
  readonly fields: Readonly<Record<string, string>>
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly items?: Readonly<Record<string, string>>
  readonly hints?: Readonly<Record<string, string>>
  readonly choiceHints?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly units?: Readonly<Record<string, string>>
}

/** Takes a value to its place; `at` is the path of what was changed in it, `undefined` takes it away. */
export type Change = (value: Json | undefined, at: string) => void

export interface FormContextValue {
  readonly words: FormWords
  readonly faults: readonly Fault[]
  readonly catalogue: Catalogue
  /** The zone of local times: IANA. */
  readonly zone: string
  /** Events that begin the journey: their properties are variables. */
  readonly entryEvents: readonly string[]
  readonly readOnly: boolean
  /** Draws any shape: parts come to it from here, for it knows them all. */
  readonly Control: ComponentType<ControlProps>
}

export const FormContext = createContext<FormContextValue | null>(null)

export function useForm(): FormContextValue {
  const form = useContext(FormContext)
  if (!form) throw new Error('a control stands outside its form')
  return form
}

export interface ControlProps<S extends Shape = Shape> {
  readonly shape: S
  readonly path: string
  readonly value: Json | undefined
  readonly onChange: Change
  readonly label: string
  /** The value this one is a part of. */
  readonly within: JsonObject
}

export type ShapeOf<K extends Shape['kind']> = Extract<Shape, { kind: K }>

/** A path as words are kept by: without the numbers of lists. */
export const wordPath = (path: string): string =>
  path
    .split('.')
    .filter((key) => !/^\d+$/.test(key))
    .join('.')

/** The choices at a path with their words. */
export const choicesAt = ({ choices }: FormWords, path: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: choices?.[wordPath(path)]?.[value] ?? value }))

/** The properties of the events that begin a journey, by name. */
export const entryProperties = ({ catalogue, entryEvents }: FormContextValue): KnownField[] => {
  const known = catalogue.events
    .filter((event) => entryEvents.includes(event.name))
    .flatMap((event) => event.properties)
  return [...new Map(known.map((field) => [field.name, field])).values()]
}
