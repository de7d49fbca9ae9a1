import { describe, expect, it } from 'vitest'
import { line, node, planOf, play, post } from '../../testing/simulated.ts'

const ordered = node('start', 'trigger-event', { events: [{ event: 'ordered' }] })
const gift = node('gift', 'grant-points', { amount: { kind: 'fixed', points: 60 }, order: {} })
const note = node('note', 'send-inbox', { title: 'Hi', body: 'there' })
const ANY_TIME = { reentry: { rule: 'any-time' } }

const rewarding = (most: number) =>
  planOf(
    [ordered, gift, node('end', 'end'), node('sorry', 'end')],
    [
      ['start', 'next', 'gift'],
      ['gift', 'granted', 'end'],
      ['gift', 'over-budget', 'sorry'],
    ],
    { ...ANY_TIME, budgets: [{ of: 'points', most }] },
  )
const order = (at: number, orderId: string) => post(at, 'ordered', { orderId, amount: 10 })

describe('a simulated budget', () => {
  it('is spent by one entry after another, and refuses who does not fit whole', () => {
    const { story } = play(rewarding(100), [order(0, 'a'), order(1, 'b')])
    expect(line(story)).toBe(
      '+start start:next gift:granted end:ended . +start start:next gift:over-budget sorry:ended .',
    )
    const spent = story.flatMap((told) => (told.kind === 'did' && told.deed.do === 'spend' ? [told.deed] : []))
    expect(spent).toEqual([{ do: 'spend', of: 'points', amount: 60 }])
    expect(story.find((told) => told.kind === 'left' && told.outcome === 'over-budget')).toMatchObject({
      because: { of: 'points', most: 100 },
    })
  })

  it('of which nothing is left lets nobody have anything', () => {
    const refused = '+start start:next gift:over-budget sorry:ended .'
    expect(line(play(rewarding(0), [order(0, 'a')]).story)).toBe(refused)
    expect(line(play(rewarding(100), [order(0, 'a')], { spent: { points: 41 } }).story)).toBe(refused)
  })

  it('gets back what a refund takes back, and is not touched where the order was refunded before', () => {
    const refund = (at: number, orderId: string) => post(at, 'order refunded', { orderId })
    const { story } = play(rewarding(60), [order(0, 'a'), refund(1, 'a'), refund(2, 'b'), order(3, 'b'), order(4, 'c')])
    expect(line(story).match(/gift:[\w-]+/g)).toEqual(['gift:granted', 'gift:reversed', 'gift:granted'])
  })

  it('of messages blocks them, and one that it blocked counts for no cap', () => {
    const plan = planOf(
      [ordered, note, node('again', 'send-inbox', { title: 'Hi', body: 'there', purpose: 'transactional' })],
      [
        ['start', 'next', 'note'],
        ['note', 'sent', 'again'],
      ],
      {
        ...ANY_TIME,
        budgets: [{ of: 'messages', most: 1 }],
        caps: { kind: 'own', list: [{ of: 'journey', most: 2, per: 'day' }] },
      },
    )
    const { story } = play(plan, [post(0, 'ordered'), post(1, 'ordered'), post(2, 'ordered')])
    const blocked = story.flatMap((told) => (told.kind === 'left' && told.outcome === 'blocked' ? [told.because] : []))
    const over = { reason: 'over-budget', of: 'messages', most: 1 }
    expect(blocked).toEqual([over, over])
    expect(line(story).match(/again:\w+/g)).toEqual(['again:sent', 'again:sent', 'again:sent'])
  })
})
