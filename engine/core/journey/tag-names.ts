import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'

/** Tags that settings name: at least one. */
export const TagNames = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(64)
      .register(fieldHints, { hint: { control: 'tag' } }),
  )
  .min(1)
  .max(50)
