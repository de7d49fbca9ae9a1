import { useSyncExternalStore } from 'react'

/** From here on there is room for every column. */
const wide = matchMedia('(min-width: 1360px)')

const subscribe = (listener: () => void) => {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)
