/** What is kept of a typed number. A Chinese input method writes full-width digits and 。; our own texts have commas and −. */
export const cleanNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll('−', '-')
    .replace(/[^0-9.-]/g, '')

/** The number a text stands for, null for none. */
export function parseNumber(text: string): number | null {
  const cleaned = cleanNumber(text)
  const value = cleaned === '' ? Number.NaN : Number(cleaned)
  return Number.isFinite(value) ? value : null
}
