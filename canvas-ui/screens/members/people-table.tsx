import type { ReactNode } from 'react'
import { NONE } from '../../format/number.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Tag } from '../../kit/chip.tsx'
import { Count } from '../../kit/number.tsx'
import { type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { useMessages } from '../../locale/messages.ts'
import { memberMessages } from './locale.ts'
import type { Person } from './queries.ts'

/** Members in rows, each of which opens the member's page. */
export function PeopleTable({
  ws,
  people,
  empty,
}: {
  ws: string
  people: readonly Person[] | undefined
  empty: ReactNode
}) {
  const t = useMessages(memberMessages)
  const nameOf = (person: Person) => person.name ?? t('nameless', { id: person.id })
  const columns: Column<Person>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: (person) => (
        <span className="flex items-center gap-2">
          <Avatar name={nameOf(person)} />
          <span className="truncate font-medium">{nameOf(person)}</span>
          <span className="text-ink-3 text-secondary">#{person.id}</span>
        </span>
      ),
    },
    {
      key: 'identities',
      head: t('identities'),
      cell: ({ identities }) => Object.values(identities).join(' · ') || <span className="text-ink-3">{NONE}</span>,
    },
    {
      key: 'tags',
      head: t('memberTags'),
      width: 200,
      cell: ({ tags }) =>
        tags.length === 0 ? (
          <span className="text-ink-3">{NONE}</span>
        ) : (
          <span className="flex gap-1">
            {tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        ),
    },
    { key: 'points', head: t('points'), numeric: true, width: 96, cell: ({ points }) => <Count of={points} /> },
    {
      key: 'last',
      head: t('lastEvent'),
      width: 240,
      cell: ({ lastEventAt }) =>
        lastEventAt ? <Time at={lastEventAt} as="near" /> : <span className="text-ink-3">{NONE}</span>,
    },
  ]
  return (
    <Table
      label={t('members')}
      columns={columns}
      rows={people}
      rowKey={(person) => person.id}
      rowName={nameOf}
      open={(person) => `/w/${ws}/members/${person.id}`}
      empty={empty}
    />
  )
}
