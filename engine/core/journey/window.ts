import type { JourneySettings } from './document.ts'

/** The instants `[from, until)` at which a journey takes newcomers, epoch milliseconds. */
export const windowOf = ({ window }: Pick<JourneySettings, 'window'>) => ({
  from: window?.from ? Date.parse(window.from) : Number.NEGATIVE_INFINITY,
  until: window?.until ? Date.parse(window.until) : Number.POSITIVE_INFINITY,
})

export function isOpen(settings: Pick<JourneySettings, 'window'>, at: number): boolean {
  const { from, until } = windowOf(settings)
  return at >= from && at < until
}
