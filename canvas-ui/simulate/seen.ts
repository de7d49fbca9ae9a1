import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { REVERSED } from '../../engine/core/journey/refunds.ts'
import { after, type Person } from '../../engine/core/simulate/person.ts'
import type { Told } from '../../engine/core/simulate/story.ts'
import { linkId } from '../canvas/graph.ts'

/** Where an entry of the person stands, once something was told of it. */
export interface Token {
  readonly entry: number
  readonly node: string
  /** The edge that it came by; none where it entered here. */
  readonly link: string | undefined
  readonly state: 'moving' | 'waiting' | 'failed'
}

/** A story as far as it was told. */
export interface Seen {
  /** Epoch milliseconds. */
  readonly at: number
  readonly person: Person
  /** Entries that have not ended. */
  readonly tokens: readonly Token[]
  /** Edges that were passed. */
  readonly trail: readonly string[]
}

/** What is seen after the first `count` things told of `person`. */
export function seenOf(
  document: JourneyDocument,
  { person, startsAt }: { readonly person: Person; readonly startsAt: number },
  story: readonly Told[],
  count: number,
): Seen {
  const tokens = new Map<number, Token>()
  const trail = new Set<string>()
  let now = person
  for (const told of story.slice(0, count)) {
    switch (told.kind) {
      case 'entered':
      case 'branched':
        tokens.set(told.entry, { entry: told.entry, node: told.node, link: undefined, state: 'moving' })
        break
      case 'reversed': {
        const { account, points, node, to } = told
        now = after(now, { do: 'points', account, amount: -points }, { node, entry: told.entry })
        const link = to === null ? undefined : linkBy(document, node, REVERSED, to)
        if (link !== undefined) trail.add(link)
        break
      }
      case 'did':
        now = after(now, told.deed, told)
        break
      case 'left': {
        const link = told.to === null ? undefined : linkBy(document, told.node, told.outcome, told.to)
        if (link !== undefined) trail.add(link)
        if (told.to === null) tokens.delete(told.entry)
        else tokens.set(told.entry, { entry: told.entry, node: told.to, link, state: 'moving' })
        break
      }
      case 'out':
        tokens.delete(told.entry)
        break
      case 'waits':
      case 'failed': {
        const token = tokens.get(told.entry)
        const state = told.kind === 'waits' ? 'waiting' : 'failed'
        tokens.set(told.entry, { entry: told.entry, node: told.node, link: token?.link, state })
        break
      }
      case 'event':
      case 'unheard':
      case 'refused':
      case 'completed':
      case 'goal':
      case 'held-out':
    }
  }
  const at = story[count - 1]?.at ?? startsAt
  return { at, person: now, tokens: [...tokens.values()], trail: [...trail] }
}

/** The edge of an outcome; one that nobody drew follows another to the same node. */
function linkBy({ edges }: JourneyDocument, from: string, outcome: string, to: string): string | undefined {
  const between = edges.filter((edge) => edge.from === from && edge.to === to)
  const edge = between.find((each) => each.outcome === outcome) ?? between[0]
  return edge && linkId(edge)
}
