import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { atLocal } from '../core/time/zone.ts'
import { saveHolidays } from '../members/face.ts'
import { changeHolidays } from '../runtime/holidays.ts'
import { testWorkspace } from './workspace.ts'

const SHANGHAI = 'Asia/Shanghai'

/** A local time, of Shanghai. */
export const at = (local: string, zone = SHANGHAI): number => atLocal(local, zone)

export const occasion = (of: string) => ({ kind: 'occasion', occasion: of })
export const holiday = (of: string, on = 'festival') => ({ kind: 'statutory', holiday: of, on })
export const off = (name: string, ...dates: string[]) => dates.map((date) => ({ date, is: 'off', name }))

/** A journey that takes all, on days, any number of times; whoever enters is through. */
export const festive = (days: object[], more: object = {}, settings: object = {}) => ({
  ...{ schema: 1, key: 'feast', name: 'feast' },
  settings: { zone: SHANGHAI, reentry: { rule: 'any-time' }, ...settings },
  nodes: [
    {
      ...{ id: 'start', type: 'trigger-holiday', version: 1, name: 'start' },
      settings: { days, include: ['all'], ...more },
    },
    { id: 'end', type: 'end', version: 1, name: 'end', settings: {} },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'end' }],
})

/** A workspace whose clock stands at a local time of Shanghai, with the segments `all` and `staff`. */
export async function festiveWorkspace(local: string) {
  const w = await testWorkspace({ registry, effects }, at(local))
  await w.segment('all', { all: [] })
  await w.segment('staff', { field: 'member.staff', op: 'eq', value: true })
  const said = async (text: string, zone: string) =>
    (await w.query<{ said: string }>(text, [zone])).map((row) => row.said)
  return Object.assign(w, {
    /** When the runs were, in local time, with how many entered. */
    runs: (zone = SHANGHAI) =>
      said(
        `SELECT to_char(occurrence AT TIME ZONE $1, 'YYYY-MM-DD HH24:MI') || ' ' || enrolled AS said FROM run ORDER BY occurrence`,
        zone,
      ),
    /** The fires that are still to come. */
    planned: () =>
      said(
        `SELECT to_char(occurrence AT TIME ZONE $1, 'YYYY-MM-DD HH24:MI') AS said FROM fire WHERE state = 0 ORDER BY 1`,
        SHANGHAI,
      ),
    /** Writes holidays of whole years. */
    write: (years: number[], days: object[]) =>
      w.engine.store.inTenant(w.tenant, (tx) =>
        changeHolidays(w.engine, tx, () => saveHolidays(tx, { years, days }, 'test')),
      ),
  })
}

export type FestiveWorkspace = Awaited<ReturnType<typeof festiveWorkspace>>
