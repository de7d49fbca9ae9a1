import { FIRST_DAYS, TERMS } from './solar-terms.gen.ts'

/**
 * The date YYYY-MM-DD, in Beijing's time, of a solar term of a year: 0 is 小寒 in January, 23 is 冬至 in December.
 * Throws a RangeError outside 1900–2100 and beyond the 24 terms. Server only: the table is large.
 */
export function solarTermDate(year: number, index: number): string {
  const first = FIRST_DAYS[index]
  const behind = TERMS[year - 1900]?.[index]
  if (first === undefined || behind === undefined) throw new RangeError(`no solar term ${index} is known for ${year}`)
  const month = Math.floor(index / 2) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(first + Number(behind)).padStart(2, '0')}`
}
