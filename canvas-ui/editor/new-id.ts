import { customAlphabet } from 'nanoid'

/** An id that no node had before, deleted ones included: versions of a journey know their nodes by it. */
export const newId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 10)
