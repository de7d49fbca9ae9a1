const WELL_FORMED = /^[^\s@<>,;:"\\]{1,64}@[^\s@<>,;:"\\]+\.[^\s@<>,;:"\\]{2,}$/

/** True for one plain e-mail address: no list, no display name, no line break, nothing a mail program could read as more. */
export const isEmailAddress = (text: string): boolean => text.length <= 254 && WELL_FORMED.test(text)
