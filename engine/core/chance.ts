/** A number in [0, 1) that depends on the text alone (FNV-1a, then murmur3's finaliser): how chance is made sticky. */
export function stickyChance(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32
}

/** The index of the share that `chance` falls into; shares are percents that sum to 100. */
export function pickShare(chance: number, percents: readonly number[]): number {
  let edge = 0
  for (const [index, percent] of percents.entries()) {
    edge += percent
    if (chance * 100 < edge) return index
  }
  return percents.length - 1
}
