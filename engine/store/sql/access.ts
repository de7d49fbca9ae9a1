export const accessSql = {
  /** Asked before every request of somebody who is signed in. */
  place: {
    name: 'access.place',
    text: `SELECT m.tenant_id, t.name, t.zone, m.role FROM tenant t JOIN membership m ON m.tenant_id = t.id
      WHERE t.key = $1 AND m.person_id = $2`,
  },
} as const
