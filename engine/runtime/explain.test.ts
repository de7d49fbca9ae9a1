import { afterAll, beforeAll, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { type Providers, startProviders } from '../testing/providers.ts'
import { type Person, peopleOf } from '../testing/whole-course.ts'
import { wholeJourney } from '../testing/whole-journey.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { explainMember } from './explain.ts'

const HOUR = 3_600_000
const LANGUAGES = ['zh-CN', 'en'] as const

let w: TestWorkspace
let catcher: Providers
let persons: Person[]
beforeAll(async () => {
  w = await testWorkspace({ registry, effects })
  catcher = await startProviders()
  persons = await peopleOf(w, 40, catcher)
  await w.publish(wholeJourney(2))
  await w.drain()
})
afterAll(async () => {
  w.engine.senders.close()
  await w.close()
  await catcher.stop()
})

const post = async (event: string, which: (person: Person) => boolean) => {
  for (const person of persons.filter(which)) await w.post(person.member, event)
  await w.drain()
}
const wind = async (hours: number) => {
  await w.windOnly(w.now + hours * HOUR)
  await w.drain()
}

/** Every text that is told of a member. */
const textsOf = async (member: MemberId, language: (typeof LANGUAGES)[number]) =>
  w.engine.store.withDb(w.tenant, async (tx) => {
    const { entries } = await explainMember(w.engine, tx, 'whole', member, language)
    return entries.flatMap(({ words }) => [
      words.text,
      ...words.steps.flatMap(({ text }) => [text]),
      ...words.notReached,
      ...words.steps.map(({ outcome }) => (language === 'en' ? `${outcome}.` : `${outcome}。`)),
    ])
  })

it('tells everybody’s way through the conformance journey in both languages, at every moment, with nothing raw in it', async () => {
  const told = { 'zh-CN': new Set<string>(), en: new Set<string>() }
  const look = async () => {
    for (const { member } of persons)
      for (const language of LANGUAGES) for (const text of await textsOf(member, language)) told[language].add(text)
  }
  await post('joined', ({ called }) => !called)
  await look()
  await post('order', ({ orders }) => orders)
  await wind(3)
  await look()
  await wind(24)
  await post('refunded', ({ refunds }) => refunds)
  await look()
  await wind(72)
  await look()
  expect(told.en.size).toBeGreaterThan(60)
  for (const text of [...told.en, ...told['zh-CN']]) expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/)
  // Names that settings give may hold anything; of what the engine names itself no code may be left.
  const raw =
    /\b(branch|arm):|\b(node-threw|timed?-out|no-address|holdout|message settled|arm [ab])\b|\b(yes|no|next|done|sent|else)\b/
  for (const text of told.en) {
    expect(text).not.toMatch(/[一-鿿]/)
    expect(text).toMatch(/\.$/)
  }
  for (const text of told['zh-CN']) {
    expect(text).not.toMatch(raw)
    expect(text).toMatch(/。$/)
  }
})
