import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus, UserX } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { roleHelpMessages, roleMessages } from '../../app/roles.ts'
import { isAtLeast, ROLES, useSession, useWorkspace } from '../../app/session.tsx'
import { useFailed } from '../../app/use-failed.ts'
import { useFormat } from '../../format/use-format.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { Select } from '../../kit/select.tsx'
import { Table } from '../../kit/table.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame } from './frame.tsx'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite.tsx'
import { settingsMessages } from './locale.ts'
import { type Colleague, peopleOf } from './queries.ts'

export function PeopleSettings() {
  const t = useMessages(settingsMessages)
  const { key: ws, role } = useWorkspace()
  const [inviting, setInviting] = useState(false)
  const manages = isAtLeast(role, 'admin')
  return (
    <SettingsFrame
      tab="people"
      action={
        manages && (
          <Button look="primary" icon={UserPlus} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      <People ws={ws} manages={manages} />
      {manages && <Invitations ws={ws} />}
      {inviting && <InviteDialog ws={ws} onClose={() => setInviting(false)} />}
    </SettingsFrame>
  )
}

function People({ ws, manages }: { ws: string; manages: boolean }) {
  const t = useMessages(settingsMessages)
  const roles = useMessages(roleMessages)
  const format = useFormat()
  const problemText = useProblemText()
  const people = useQuery(peopleOf(ws))
  const [removing, setRemoving] = useState<Colleague>()
  if (people.error && !people.data)
    return <ErrorState title={t('failed')} safe={problemText(people.error)} onRetry={() => void people.refetch()} />
  return (
    <section className="overflow-hidden rounded-card border border-border bg-surface">
      <Table
        label={t('people')}
        lines={2}
        rows={people.data}
        rowKey={(person) => person.id}
        rowName={(person) => person.name}
        columns={[
          {
            key: 'person',
            head: t('person'),
            cell: (person) => (
              <span className="flex items-center gap-2.5">
                <Avatar name={person.name} />
                <span className="min-w-0">
                  <span className="flex items-center gap-1.5">
                    <span className="truncate font-medium">{person.name}</span>
                    {person.you && <Chip mark="none">{t('you')}</Chip>}
                  </span>
                  <span className="block truncate text-ink-3 text-secondary">{person.email}</span>
                </span>
              </span>
            ),
          },
          { key: 'since', head: t('since'), width: 180, cell: (person) => format.date(person.since) },
          {
            key: 'role',
            head: t('role'),
            width: 190,
            cell: (person) => (manages ? <RoleSelect ws={ws} person={person} /> : roles(person.role)),
          },
          ...(manages
            ? [
                {
                  key: 'actions',
                  head: <span className="sr-only">{t('actions')}</span>,
                  width: 60,
                  numeric: true,
                  cell: (person: Colleague) => (
                    <IconButton
                      icon={UserX}
                      label={`${t('remove')} ${person.name}`}
                      className="ml-auto"
                      onClick={() => setRemoving(person)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {removing && <TakeOut ws={ws} person={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  )
}

function RoleSelect({ ws, person }: { ws: string; person: Colleague }) {
  const t = useMessages(settingsMessages)
  const roles = useMessages(roleMessages)
  const help = useMessages(roleHelpMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const { refresh } = useSession()
  const change = useMutation({
    mutationFn: (role: Colleague['role']) =>
      api.PATCH('/api/w/{ws}/people/{person}', { params: { path: { ws, person: person.id } }, body: { role } }),
    onSuccess: async (_, role) => {
      toast.done(t('roleChanged', { name: person.name, role: roles(role) }))
      await queries.invalidateQueries(peopleOf(ws))
      if (person.you) await refresh()
    },
    onError: failed,
  })
  return (
    <Select
      size="dense"
      className="w-36"
      aria-label={t('roleOf', { name: person.name })}
      choices={ROLES.map((role) => ({ value: role, label: roles(role), help: help(role) }))}
      value={change.isPending ? change.variables : person.role}
      onChange={(role) => change.mutate(role)}
    />
  )
}

function TakeOut({ ws, person, onClose }: { ws: string; person: Colleague; onClose: () => void }) {
  const t = useMessages(settingsMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const { refresh } = useSession()
  const takeOut = useMutation({
    mutationFn: () => api.DELETE('/api/w/{ws}/people/{person}', { params: { path: { ws, person: person.id } } }),
    onSuccess: async () => {
      toast.done(t('removed', { name: person.name }))
      await (person.you ? refresh() : queries.invalidateQueries(peopleOf(ws)))
    },
    onError: failed,
    onSettled: onClose,
  })
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={t('removeTitle', { name: person.name })}
      action={t('remove')}
      dangerous
      busy={takeOut.isPending}
      onConfirm={() => takeOut.mutate()}
    >
      {t('removeHelp')}
    </Confirm>
  )
}
