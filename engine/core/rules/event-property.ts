import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { say } from '../say.ts'

/** A property of the event that something began with, or of one at hand: `event.amount`. */
export const EventProperty = z
  .string()
  .regex(/^event(\.[A-Za-z][\w-]*)+$/, say('write event.<property>', '请写成 event.<property>'))
  .register(fieldHints, { hint: { control: 'event-property' } })
