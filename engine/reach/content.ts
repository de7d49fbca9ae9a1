import { z } from 'zod'
import type { Channel } from '../core/journey/facts.ts'
import type { JsonObject } from '../core/json.ts'
import { renderPlain } from '../core/template.ts'

/** A message for people to read: plain text. */
export interface Readable {
  readonly title: string
  readonly text: string
}

/** What a channel's messages take from the settings of the node that sends, as title and text. */
const CONTENT: Record<Channel, z.ZodType<Readable>> = {
  inbox: z.object({ title: z.string(), body: z.string() }).transform(({ title, body }) => ({ title, text: body })),
  email: z
    .object({ subject: z.string(), text: z.string() })
    .transform(({ subject, text }) => ({ title: subject, text })),
}

/** A message with its variables put in; undefined where this program does not know its channel or what the node holds. */
export function readable(channel: string, settings: unknown, variables: JsonObject): Readable | undefined {
  const { data } = CONTENT[channel as Channel]?.safeParse(settings) ?? {} // any other text finds nothing
  return data && { title: renderPlain(data.title, variables), text: renderPlain(data.text, variables) }
}
