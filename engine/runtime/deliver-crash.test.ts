import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { accepted, type MailWorkspace, mailJourney, mailWorkspace } from '../testing/mail-workspace.ts'

const SECOND = 1_000

describe('delivery after a crash', () => {
  let w: MailWorkspace
  beforeEach(async () => {
    w = await mailWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  it.each([true, false])('sends nothing twice and settles as unknown after a minute, taken: %s', async (takes) => {
    await w.publish(mailJourney())
    const ann = await w.reachable()
    await w.join(ann)
    await w.crash({ takes })
    expect(await w.deliverAll()).toBe(60 * SECOND)
    expect(await w.messages()).toEqual(['sending - 1'])
    await w.windOnly(w.now + 60 * SECOND)
    expect(await w.deliverAll()).toBeNull()
    expect(w.log).toHaveLength(takes ? 1 : 0)
    expect(await w.messages()).toEqual(['unknown interrupted 1'])
    expect(await w.paths()).toEqual({ [ann]: 'start:next mail:sent sent:ended' })
  })

  it('sends what an older program left `claimed`', async () => {
    await w.publish(mailJourney())
    await w.join(await w.reachable())
    await w.query('UPDATE message SET state = 1')
    await w.deliverAll()
    expect(await w.messages()).toEqual(['accepted - 1'])
  })

  it('leaves a message lost when the one who sent it comes back to life', async () => {
    await w.publish(mailJourney())
    await w.join(await w.reachable())
    let wake = () => {}
    const zombie = await new Promise<{ done: Promise<unknown> }>((claimed) => {
      const done: Promise<unknown> = w.deliver(
        () =>
          new Promise((resolve) => {
            wake = () => resolve(accepted)
            queueMicrotask(() => claimed({ done }))
          }),
      )
    })
    await w.windOnly(w.now + 60 * SECOND)
    await w.deliverAll()
    wake()
    await zombie.done
    expect(await w.messages()).toEqual(['unknown interrupted 1'])
    expect(await w.query("SELECT count(*)::int AS n FROM event WHERE name = 'message settled'")).toEqual([{ n: 1 }])
  })

  it('takes an adapter that throws for one that does not know', async () => {
    await w.publish(mailJourney())
    await w.join(await w.reachable())
    w.answer = () => {
      throw new Error('a bug')
    }
    await w.deliverAll()
    expect(await w.messages()).toEqual(['unknown adapter-threw 1'])
  })
})
