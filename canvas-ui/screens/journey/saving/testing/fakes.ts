import { type JourneyDocument, JourneySettings } from '../../../../../engine/core/journey/document.ts'
import { Problem } from '../../../../api/problem.ts'
import type { Claim } from '../kept.ts'

const empty: JourneyDocument = {
  schema: 1,
  key: 'j',
  name: 'Begun',
  settings: JourneySettings.parse({}),
  nodes: [],
  edges: [],
}
export const named = (name: string): JourneyDocument => ({ ...empty, name })

/** A server with one draft, a network that can be cut before or after it, and a session that can end. */
export class FakeServer {
  document = empty
  revision = 1
  network: 'up' | 'down' | 'answers lost' = 'up'
  refuses: Problem | undefined
  copies: JourneyDocument[] = []
  saves = 0

  get draft() {
    return { document: this.document, revision: this.revision, savedBy: 'Lin', savedAt: '2026-05-08T02:00:00.000Z' }
  }

  async save(document: JourneyDocument, expected: number) {
    if (this.network === 'down') throw Problem.offline()
    if (this.refuses) throw this.refuses
    if (expected !== this.revision) throw Problem.of(412, { code: 'draft-changed', ...this.draft })
    this.document = document
    this.revision += 1
    this.saves += 1
    if (this.network === 'answers lost') throw Problem.offline()
    return { revision: this.revision, savedAt: '2026-05-08T02:00:01.000Z' }
  }
}

/** The browser's memory, which outlives a reload, its locks, which end with a page, and its clock. */
export class FakeStorage implements Storage {
  readonly items = new Map<string, string>()
  private readonly claimed = new Set<string>()
  now = 1
  room = Number.POSITIVE_INFINITY
  get length() {
    return this.items.size
  }
  clear = () => this.items.clear()
  key = (at: number) => [...this.items.keys()][at] ?? null
  getItem = (name: string) => this.items.get(name) ?? null
  removeItem = (name: string) => void this.items.delete(name)
  setItem(name: string, value: string) {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.items.set(name, value)
  }
  claim: Claim = async (name) => {
    if (this.claimed.has(name)) return undefined
    this.claimed.add(name)
    return () => void this.claimed.delete(name)
  }
}
