import { canonical } from '../../core/same.ts'

/** JSON as files keep it: keys in order, two spaces, a line break at the end. The same value is always the same text. */
export const stableJson = (value: unknown): string => `${canonical(value, 2)}\n`
