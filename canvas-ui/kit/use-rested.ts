import { useEffect, useState } from 'react'

const PAUSE_MS = 300

/** What is typed, once the hand rests. */
export function useRested<T>(value: T): T {
  const [rested, rest] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => rest(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
