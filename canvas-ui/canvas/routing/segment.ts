import { cardRect, MEASURES, type Rect, touches } from '../card.ts'
import type { CardIndex } from './card-index.ts'
import type { Path } from './find-path.ts'

/** How far from its first place a line may be moved to make room. */
const REACH = 200

/** One inner line of a path: `placed` across (x of a vertical), `from`–`to` along it, `low`–`high` free room across. */
export interface Segment {
  readonly path: Path
  readonly index: number
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  /** It stays where it is, however short the room: the row of a handle, or a line over cards. */
  readonly isFixed: boolean
  /** In wide room it keeps to the side it was found at: beside its source, its target, or the card it goes round. */
  readonly pull: 'low' | 'high'
  /** Where the path goes on: at `along`, towards lower or higher positions. */
  readonly ends: readonly { readonly along: number; readonly high: boolean }[]
  /** The segment depends on no card outside this rectangle. */
  readonly room: Rect
  placed: number
  /** The segments it was placed together with. */
  group: object | undefined
}

/** The line `index` of a path, with the room that cards leave it. */
export function segmentOf(path: Path, lines: readonly number[], index: number, cards: CardIndex): Segment {
  const position = lines[index] ?? 0
  const before = lines[index - 1] ?? 0
  const after = lines[index + 1] ?? 0
  const from = Math.min(before, after)
  const to = Math.max(before, after)
  const vertical = index % 2 === 1
  const room = vertical
    ? { left: position - REACH, right: position + REACH, top: from, bottom: to }
    : { left: from, right: to, top: position - REACH, bottom: position + REACH }
  let low = position - REACH
  let high = position + REACH
  let isFixed = false
  for (const k of cards.within(room)) {
    const near = vertical ? k.left : k.top
    const far = vertical ? k.right : k.bottom
    // A row that came nearer to a card than it should may end in a vertical beside it.
    if (vertical && !touches(cardRect(k.card), { left: k.left, right: k.right, top: from, bottom: to })) continue
    if (far <= position) low = Math.max(low, far)
    else if (near >= position) high = Math.min(high, near)
    else {
      // drawn over a card: leave it
      isFixed = true
    }
  }
  if (isFixed) {
    low = position
    high = position
  }
  const ends = [
    { along: before, high: (lines[index - 2] ?? path.start.x) > position },
    { along: after, high: (lines[index + 2] ?? path.end.x) > position },
  ]
  const pull = position - low < high - position ? 'low' : 'high'
  return { path, index, from, to, low, high, isFixed, pull, ends, room, placed: position, group: undefined }
}

/** The row of a handle, where it runs past a card: it cannot move, but inner rows keep clear of it. */
export function fixedRow(path: Path, index: number): Segment | undefined {
  const { lines } = path
  const y = lines[index] ?? 0
  const a = index === 0 ? path.start.x : (lines[index - 1] ?? 0)
  const b = index === lines.length - 1 ? path.end.x : (lines[index + 1] ?? 0)
  if (Math.abs(b - a) < MEASURES.width) return undefined
  return {
    path,
    index,
    from: Math.min(a, b),
    to: Math.max(a, b),
    low: y,
    high: y,
    isFixed: true,
    pull: 'low',
    ends: endsOfRow(lines, index, a, b),
    room: { left: 0, right: 0, top: 0, bottom: 0 },
    placed: y,
    group: undefined,
  }
}

function endsOfRow(lines: readonly number[], index: number, a: number, b: number): Segment['ends'] {
  const y = lines[index] ?? 0
  if (index > 0) return [{ along: a, high: (lines[index - 2] ?? y) > y }]
  return lines.length > 1 ? [{ along: b, high: (lines[2] ?? y) > y }] : []
}
