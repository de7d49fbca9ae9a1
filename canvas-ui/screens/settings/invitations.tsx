import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { roleMessages } from '../../app/roles.ts'
import { useFailed } from '../../app/use-failed.ts'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Table } from '../../kit/table.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { InviteDialog, type Invitee } from './invite.tsx'
import { settingsMessages } from './locale.ts'
import { invitationsOf } from './queries.ts'

/** Who is invited and has not come yet; nothing where nobody is. */
export function Invitations({ ws }: { ws: string }) {
  const t = useMessages(settingsMessages)
  const roles = useMessages(roleMessages)
  const format = useFormat()
  const { data } = useQuery(invitationsOf(ws))
  const [again, setAgain] = useState<Invitee>()
  if (!data || data.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 font-semibold text-ink text-title">{t('invited')}</h2>
      <div className="overflow-hidden rounded-card border border-border bg-surface">
        <Table
          label={t('invited')}
          rows={data}
          rowKey={(invitation) => invitation.id}
          rowName={(invitation) => invitation.email}
          columns={[
            { key: 'email', head: t('email'), cell: (invitation) => invitation.email },
            {
              key: 'expires',
              head: t('expires'),
              width: 180,
              cell: (invitation) =>
                invitation.expired ? <Chip tone="warn">{t('expired')}</Chip> : format.dateTime(invitation.expiresAt),
            },
            { key: 'role', head: t('role'), width: 110, cell: (invitation) => roles(invitation.role) },
            {
              key: 'actions',
              head: <span className="sr-only">{t('actions')}</span>,
              width: 200,
              numeric: true,
              cell: (invitation) => (
                <span className="inline-flex gap-1">
                  {invitation.expired && (
                    <Button look="ghost" size="dense" onClick={() => setAgain(invitation)}>
                      {t('inviteAgain')}
                    </Button>
                  )}
                  <TakeBack ws={ws} id={invitation.id} email={invitation.email} />
                </span>
              ),
            },
          ]}
        />
      </div>
      {again && <InviteDialog ws={ws} again={again} onClose={() => setAgain(undefined)} />}
    </section>
  )
}

function TakeBack({ ws, id, email }: { ws: string; id: string; email: string }) {
  const t = useMessages(settingsMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const takeBack = useMutation({
    mutationFn: () => api.DELETE('/api/w/{ws}/invitations/{invitation}', { params: { path: { ws, invitation: id } } }),
    onSuccess: () => toast.done(t('takenBack', { email })),
    onError: failed,
    onSettled: () => queries.invalidateQueries(invitationsOf(ws)),
  })
  return (
    <Button look="ghost" size="dense" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
      {t('takeBack')}
    </Button>
  )
}
