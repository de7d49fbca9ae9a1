import { useQuery } from '@tanstack/react-query'
import { useWorkspace } from '../../app/session.tsx'
import { Count } from '../../kit/number.tsx'
import { Time } from '../../kit/time.tsx'
import { useMessages } from '../../locale/messages.ts'
import { SetList } from '../sets/set-list.tsx'
import { groupMessages } from './locale.ts'
import { type Group, groupsOf } from './queries.ts'

/** Groups by name: how many are in them, and the journeys that use them. */
export function Groups() {
  const t = useMessages(groupMessages)
  const { key: ws } = useWorkspace()
  const list = useQuery(groupsOf(ws))
  return (
    <SetList<Group>
      title={t('groups')}
      path="groups"
      widths={{ usedBy: 260 }}
      columns={[
        { key: 'size', head: t('size'), numeric: true, width: 110, cell: ({ size }) => <Count of={size} /> },
        { key: 'updated', head: t('updated'), width: 192, cell: ({ updatedAt }) => <Time at={updatedAt} /> },
      ]}
      {...{ list, t }}
    />
  )
}
