import { z } from 'zod'

/**
 * How people set a value, where its schema cannot tell.
 * - `template`: a line of text with variables; `template-lines`: several; `template-html`: HTML with variables
 * - `rule`, `event-filter`: conditions over a member, over one event
 * - `event`, `event-property`, `tag`, `segment`, `group`, `account`, `attribute`: chosen from what the workspace has; the first three and the last may also be new.
 *   Of `account`, `channel` names the kind.
 * - `journey`: one that takes calls; `person`: a colleague
 * - `segment-set`: a segment, beside which stands when it was computed last
 * - `local-time`: YYYY-MM-DDTHH:mm in the journey's zone; `instant`: the same, kept as an ISO instant; `day`; `time-of-day`; `zone`
 * - `month-days`: days of a month, -1 for the last
 * - `either`: yes or no, said in words of its own
 * - `made`: made by the form and never shown, such as the id of a branch
 */
export type Control =
  | 'template'
  | 'template-lines'
  | 'template-html'
  | 'rule'
  | 'event-filter'
  | 'event'
  | 'event-property'
  | 'tag'
  | 'segment'
  | 'segment-set'
  | 'group'
  | 'account'
  | 'journey'
  | 'person'
  | 'attribute'
  | 'local-time'
  | 'instant'
  | 'day'
  | 'time-of-day'
  | 'zone'
  | 'duration'
  | 'month-days'
  | 'either'
  | 'made'

/** What a form knows of a value beyond its schema. */
export interface FieldHint {
  readonly control?: Control
  /** Of an account. */
  readonly channel?: string
  /** Stands beside the field before it, where both are short. */
  readonly beside?: true
  /** Seldom changed: kept out of sight until asked for. */
  readonly advanced?: true
  /** Of settings that are a message: what it is shown in before it is sent. */
  readonly preview?: 'inbox' | 'mail'
  /** Of a text with variables: one with neither value nor fallback stands as a dash, and keeps nothing from going out. */
  readonly dashes?: true
  /** Of a text in such a message: which part of it. */
  readonly part?: 'title' | 'text' | 'html'
}

/** Hints of schemas: `schema.register(fieldHints, { hint: { control: 'tag' } })`. They come out in a JSON Schema made with it. */
export const fieldHints = z.registry<{ hint: FieldHint }>()
