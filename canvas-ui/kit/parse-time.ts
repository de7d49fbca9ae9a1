/** The time of day a text means, as HH:mm: 9:30, 930, 9, full-width too. Null where it means none. */
export function parseTime(text: string): string | null {
  const digits = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text.normalize('NFKC').trim())
  if (!digits) return null
  const [hour, minute] = [Number(digits[1]), Number(digits[2] ?? 0)]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
