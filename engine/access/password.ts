import { randomBytes } from 'node:crypto'

/** Lengths of a password, in characters. ASVS 5 (6.2.1, 6.2.9): at least 8, 15 advised, at least 64 allowed. */
export const WEAKEST_PASSWORD = 10
export const MOST_PASSWORD = 128

/** One that nobody guesses: 120 bits. */
export const newPassword = (): string => randomBytes(15).toString('base64url')
