import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../../engine/core/ids.ts'
import { forecast } from '../../engine/runtime/forecast/forecast.ts'
import { checkJourney } from '../../engine/runtime/journeys/check.ts'
import { usesOf } from '../../engine/runtime/uses.ts'
import { whyNotIn } from '../../engine/runtime/why-not.ts'
import { type CrossingsWorkspace, crossedJourney, crossingsWorkspace, node } from '../../engine/testing/crossings.ts'

const changed = (more: object = {}) => ({ on: 'attribute-changed', attribute: 'level', ...more })
const enters = (...segments: string[]) => ({ on: 'segment-entered', segments })
const leaves = (...segments: string[]) => ({ on: 'segment-left', segments })

/** What is done to the one member there is, who is silver and in A. */
type Deed = { readonly level?: string | number | null; readonly city?: string } | 'tag' | 'untag' | 'order'

describe('a segment trigger', () => {
  let w: CrossingsWorkspace
  let ann: MemberId
  beforeEach(async () => {
    w = await crossingsWorkspace()
    ;[ann] = (await w.known([{ level: 'silver', city: 'A' }])) as [MemberId] // one was made
    await w.save('gold', { field: 'member.level', op: 'eq', value: 'gold' })
    await w.save('silver', { field: 'member.level', op: 'eq', value: 'silver' })
    await w.save('buyers', { events: { event: 'order' } })
    await w.save('vips', { field: 'tags', op: 'has', value: 'vip' })
    for (const kind of ['add', 'remove'] as const)
      await w.publish({
        ...crossedJourney(kind, {}, [node('tag', 'tag-member', { kind, tags: ['vip'] })]),
        nodes: [
          node('start', 'trigger-event', { events: [{ event: kind === 'add' ? 'tag' : 'untag' }] }),
          node('tag', 'tag-member', { kind, tags: ['vip'] }),
          node('end', 'end'),
        ],
      })
  })
  afterEach(() => w.close())

  const happens = async (deeds: readonly Deed[]) => {
    for (const deed of deeds) {
      if (typeof deed === 'string') await w.post(ann, deed)
      else await w.identify(1, deed)
      await w.drain()
    }
  }

  it.each<[title: string, trigger: object, deeds: readonly Deed[], times: number]>([
    ['coming in', enters('gold'), [{ level: 'gold' }], 1],
    ['being in already', enters('silver'), [{ city: 'B' }], 0],
    ['coming in twice', enters('gold'), [{ level: 'gold' }, { level: 'x' }, { level: 'gold' }], 2],
    ['going out', leaves('silver'), [{ level: null }], 1],
    ['being out already', leaves('gold'), [{ level: 'x' }], 0],
    ['going from one segment to another, of both', enters('gold', 'silver'), [{ level: 'gold' }], 1],
    ['an event that the segment asks for', enters('buyers'), ['order', 'order'], 1],
    ['a tag that the segment asks for', enters('vips'), ['tag', 'tag'], 1],
    ['a tag gained, not one that was there', { on: 'tag-gained', tags: ['vip', 'x'] }, ['tag', 'tag'], 1],
    ['a tag lost', { on: 'tag-lost', tags: ['vip'] }, ['tag', 'untag', 'untag'], 1],
    ['another tag', { on: 'tag-gained', tags: ['vi'] }, ['tag'], 0],
    ['an attribute, whatever it becomes', changed(), [{ level: 'gold' }, { level: null }, { level: null }], 2],
    ['another attribute', changed(), [{ city: 'B' }], 0],
    ['an attribute from and to values', changed({ from: 'silver', to: 'gold' }), [{ level: 'gold' }], 1],
    [
      'an attribute from another value',
      changed({ from: 'silver', to: 'gold' }),
      [{ level: 'x' }, { level: 'gold' }],
      0,
    ],
    ['an attribute to a number', changed({ to: '3' }), [{ level: 3 }], 1],
    [
      'somebody whom it does not ask for',
      { ...enters('gold'), member: { field: 'member.city', op: 'eq', value: 'B' } },
      [{ level: 'gold' }, { level: 'x' }, { level: 'gold', city: 'B' }],
      1,
    ],
  ])('is entered by %s', async (_title, trigger, deeds, times) => {
    await w.publish(crossedJourney('it', trigger))
    await happens(deeds)
    expect((await w.entered()).it ?? 0).toBe(times)
  })

  it('may be an event trigger too, which has the segments watched that it names', async () => {
    const crossing = (event: string, key: string) => ({
      event,
      filter: { field: 'event.segment', op: 'eq', value: key },
    })
    const journey = (...events: object[]) => ({
      ...crossedJourney('it', {}),
      nodes: [node('start', 'trigger-event', { events }), node('end', 'end')],
    })
    await expect(w.publish(journey(crossing('segment entered', 'gone')))).rejects.toThrow('gone')
    await w.publish(journey(crossing('segment entered', 'gold'), crossing('segment left', 'silver')))
    await happens([{ city: 'B' }, { level: 'gold' }, { level: 'silver' }])
    expect((await w.entered()).it).toBe(2)
    const told = await w.engine.store.withDb(w.tenant, (tx) => whyNotIn(w.engine, tx, ann))
    expect(told.find(({ journey: { key } }) => key === 'it')?.because.kind).toBe('left')
    const foretold = await w.engine.store.withDb(w.tenant, (tx) => forecast(w.engine, tx, 'it', { days: 7 }))
    expect([foretold.unforetold, foretold.totals.entered]).toEqual([['start'], 0])
  })

  it('refuses by the rules of re-entry, and says so', async () => {
    await w.publish({ ...crossedJourney('it', enters('gold')), settings: {} })
    await happens([{ level: 'gold' }, { level: 'x' }, { level: 'gold' }])
    expect((await w.entered()).it).toBe(1)
    expect(await w.query('SELECT count(*)::int AS n FROM refusal')).toEqual([{ n: 1 }])
  })

  it('is refused where it names a segment that is not there, and keeps the one that it names', async () => {
    await expect(w.publish(crossedJourney('it', enters('gone')))).rejects.toThrow('gone')
    await w.publish(crossedJourney('it', enters('gold')))
    const uses = await w.engine.store.withDb(w.tenant, (tx) => usesOf(w.engine, tx, 'segment'))
    expect([...uses.keys()]).toEqual(['gold'])
  })

  it('says before publishing how often a segment is looked at that time alone changes', async () => {
    await w.publish(crossedJourney('it', enters('gold', 'vips')))
    const { warnings, problems } = await w.engine.store.withDb(w.tenant, (tx) => checkJourney(w.engine, tx, 'it'))
    expect([problems, warnings]).toEqual([
      [],
      [{ code: 'crosses-by-time', node: 'start', field: 'segments', params: { segment: 'vips' } }],
    ])
  })

  it('tells why somebody did not cross: in already, or what the segment asks', async () => {
    const why = async () => {
      const told = await w.engine.store.withDb(w.tenant, (tx) => whyNotIn(w.engine, tx, ann))
      return told.find(({ journey }) => journey.key === 'it')?.because
    }
    await w.publish(crossedJourney('it', enters('gold', 'silver')))
    expect(await why()).toMatchObject({
      ...{ kind: 'not-crossed', way: 'entered' },
      segments: [
        { key: 'gold', holds: false, found: { 'member.level': 'silver' } },
        { key: 'silver', holds: true },
      ],
    })
    await happens([{ level: 'gold' }])
    expect(await why()).toMatchObject({ kind: 'left' })
  })

  it('forecasts nobody, and says that the past does not tell', async () => {
    await w.publish(crossedJourney('it', enters('gold')))
    await happens([{ level: 'gold' }])
    const told = await w.engine.store.withDb(w.tenant, (tx) => forecast(w.engine, tx, 'it', { days: 7 }))
    expect([told.unforetold, told.totals.entered]).toEqual([['start'], 0])
  })
})
