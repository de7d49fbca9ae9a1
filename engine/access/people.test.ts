import { expect, it } from 'vitest'
import { actorOf } from '../core/actors.ts'
import { ownApi } from '../testing/own-api.ts'
import { changeRole, mayStill, takeOut } from './people.ts'

const { w, api } = await ownApi()
const { store } = w.engine
const boss = await api.person('boss@x.io', 'admin')
const bo = await api.person('bo@x.io', 'approver')
const may = (actor: string) => store.inTenant(w.tenant, (tx) => mayStill(tx, actor, 'approvals.decide'))

it('whoever asks what somebody may do waits for a change of the role, and is told of what it became', async () => {
  expect(await may(actorOf(bo))).toBe(true)
  const waiting = await store.withDb(w.tenant, async (tx) => {
    await changeRole(tx, bo.id, 'operator', actorOf(boss))
    const asked = may(actorOf(bo))
    // Another connection has heard of nothing yet: the question is on its way, and stands at the row.
    await w.query('SELECT 1')
    return { asked }
  })
  expect(await waiting.asked).toBe(false)
  await store.withDb(w.tenant, (tx) => changeRole(tx, bo.id, 'admin', actorOf(boss)))
  expect(await may(actorOf(bo))).toBe(true)
})

it('nobody may who was taken out, or who is no person', async () => {
  await store.withDb(w.tenant, (tx) => takeOut(tx, bo.id, actorOf(boss)))
  expect([await may(actorOf(bo)), await may('cli')]).toEqual([false, false])
})
