import type { JourneyId, MemberId } from '../../core/ids.ts'
import type { FactRequest, PointsKind } from '../../core/journey/facts.ts'
import type { Deed } from '../../core/journey/rehearsal.ts'
import type { Json } from '../../core/json.ts'
import type { Cap } from '../../core/sending/caps.ts'
import { Sendings } from '../../core/simulate/sendings.ts'

/** What became of an attribute: another value, null for none, or something was added to what the table has. */
type Changed = { readonly value: Json } | { readonly added: number }

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0)

/** What rehearsed effects did to members: nothing of it is in a table, and the nodes after them must know it. */
export class Known {
  private readonly members = new Map<MemberId, Map<string, unknown>>()
  private readonly sendings = new Map<MemberId, Sendings>()

  constructor(
    private readonly caps: readonly Cap[],
    private readonly journey: JourneyId,
  ) {}

  sendingsTo(member: MemberId): Sendings {
    const known = this.sendings.get(member) ?? new Sendings(this.caps, this.journey)
    this.sendings.set(member, known)
    return known
  }

  keep(member: MemberId, nodeKey: number, deed: Deed): void {
    switch (deed.do) {
      case 'tags':
        for (const tag of deed.remove === 'all-others' ? [] : deed.remove) this.set(member, `tag:${tag}`, false)
        for (const tag of deed.add) this.set(member, `tag:${tag}`, true)
        return
      case 'points': {
        const more = this.members.get(member)?.get(`points:${deed.account}`)
        this.set(member, `points:${deed.account}`, (typeof more === 'number' ? more : 0) + deed.amount)
        return
      }
      case 'groups':
        for (const key of deed.remove) this.set(member, `group:${key}`, { holds: false })
        for (const key of deed.add) this.set(member, `group:${key}`, { holds: true })
        return
      case 'attribute': {
        const name = `attribute:${deed.name}`
        const before = this.members.get(member)?.get(name) as Changed | undefined // put there here alone
        const changed =
          'value' in deed
            ? { value: deed.value }
            : before && 'value' in before
              ? { value: numberOf(before.value) + deed.add }
              : { added: (before?.added ?? 0) + deed.add }
        this.set(member, name, changed)
        return
      }
      case 'arm':
        this.set(member, `arm:${nodeKey}`, deed.arm)
    }
  }

  /** The balance of an account after the effects; `loaded` is as the table has it. */
  pointsOf(member: MemberId, account: PointsKind, loaded: number): number {
    return loaded + Number(this.members.get(member)?.get(`points:${account}`) ?? 0)
  }

  /** The value of a fact as it would be after the effects; `loaded` is as the tables have it. */
  amend(member: MemberId, nodeKey: number, request: FactRequest, loaded: unknown): unknown {
    const mine = this.members.get(member)
    if (!mine) return loaded
    if (request.kind === 'tag') return mine.get(`tag:${request.tag}`) ?? loaded
    if (request.kind === 'points') return this.pointsOf(member, request.account, Number(loaded))
    if (request.kind === 'membership')
      return request.of === 'group' ? (mine.get(`group:${request.key}`) ?? loaded) : loaded
    if (request.kind === 'attribute') {
      const changed = mine.get(`attribute:${request.name}`) as Changed | undefined // put there by `keep`
      if (!changed) return loaded
      return 'value' in changed ? (changed.value ?? undefined) : numberOf(loaded) + changed.added
    }
    return request.kind === 'arm' ? (mine.get(`arm:${nodeKey}`) ?? loaded) : loaded
  }

  private set(member: MemberId, fact: string, value: unknown): void {
    const mine = this.members.get(member)
    if (mine) mine.set(fact, value)
    else this.members.set(member, new Map([[fact, value]]))
  }
}
