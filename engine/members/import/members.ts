import type { MemberId, TenantId } from '../../core/ids.ts'
import { clockOf } from '../../store/moment.ts'
import type { Store, Tx } from '../../store/store.ts'
import { type AttributesChanged, addressesIn, resolveMembers, setAttributes, setIdentities } from '../identities.ts'
import { type ImportOptions, type ImportResult, importLines } from './import.ts'
import { columnsOf, fieldsOf, identitiesOf, type MemberMap } from './mapping.ts'

/** One chunk of an import, told once it is stored. */
export interface Imported {
  /** Locked; some are new. */
  readonly members: readonly MemberId[]
  /** Of them, whose attributes are other than before. */
  readonly changed: readonly AttributesChanged[]
}

/**
 * Imports a file of members: finds or makes each, and merges its attributes; an empty cell changes nothing. The attributes
 * `email` and `phone` are its addresses too.
 */
export function importMembers(
  store: Store,
  tenant: TenantId,
  options: ImportOptions & {
    readonly map: MemberMap
    readonly changed?: (tx: Tx, imported: Imported) => Promise<unknown>
  },
): Promise<ImportResult> {
  const { map, changed } = options
  return importLines(
    store,
    tenant,
    'members',
    options,
    columnsOf(map.identities, map.attributes),
    ({ cells }) => ({
      person: identitiesOf(cells, map.identities),
      attributes: fieldsOf(cells, map.attributes),
    }),
    async (tx, chunk) => {
      const members = await resolveMembers(
        tx,
        chunk.map((read) => read.person),
        await clockOf(tx),
      )
      const rows = chunk.flatMap(({ attributes }, i) => {
        const member = members[i]
        return member === undefined ? [] : [{ member, attributes }]
      })
      await setIdentities(
        tx,
        rows.flatMap(({ member, attributes }) => addressesIn(member, attributes)),
      )
      const told = await setAttributes(tx, rows)
      await changed?.(tx, { members, changed: told })
      return chunk.length
    },
  )
}
