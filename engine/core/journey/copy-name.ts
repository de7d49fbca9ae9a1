import { LIMITS } from './document.ts'

/** The name of a copy: the name with a mark behind it, shortened where both together are too long. */
export function copyName(name: string, mark: string): string {
  const room = LIMITS.name - mark.length
  // Not through the middle of a character: half of one cannot be stored.
  return `${name.slice(0, room).replace(/[\ud800-\udbff]$/, '')}${mark}`
}
