import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { roleHelpMessages, roleMessages } from '../../app/roles.ts'
import { ROLES, type Role } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { Select } from '../../kit/select.tsx'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'
import { ShownOnce } from './once.tsx'
import { invitationsOf } from './queries.ts'

export interface Invitee {
  readonly email: string
  readonly role: Role
}

/** Makes an invitation; `again` is one that has expired. */
export function InviteDialog({ ws, again, onClose }: { ws: string; again?: Invitee | undefined; onClose: () => void }) {
  const t = useMessages(settingsMessages)
  const roles = useMessages(roleMessages)
  const help = useMessages(roleHelpMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [email, setEmail] = useState(again?.email ?? '')
  const [role, setRole] = useState<Role>(again?.role ?? 'operator')
  const [tried, setTried] = useState(false)
  const invite = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/w/{ws}/invitations', { params: { path: { ws } }, body: { email: email.trim(), role } })),
    onSuccess: () => queries.invalidateQueries(invitationsOf(ws)),
  })
  const wrong = /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : t('emailMissing')
  const refused = invite.error ? problemText(invite.error) : undefined
  const submit = () => {
    setTried(true)
    if (!wrong && !invite.isPending) invite.mutate()
  }
  if (invite.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={t('linkTitle')}
        description={t('linkHelp', { email: invite.data.email })}
        footer={
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        <ShownOnce label={t('link')} value={invite.data.link} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('inviteTitle')}
      description={t('inviteHelp')}
      footer={
        <Button look="primary" busy={invite.isPending} onClick={submit}>
          {t('makeLink')}
        </Button>
      }
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label={t('email')} error={(tried ? wrong : undefined) ?? refused}>
          <Input type="email" autoFocus autoComplete="off" value={email} onChange={setEmail} />
        </Field>
        <Field label={t('role')} help={help(role)}>
          <Select choices={ROLES.map((one) => ({ value: one, label: roles(one) }))} value={role} onChange={setRole} />
        </Field>
      </form>
    </Dialog>
  )
}
