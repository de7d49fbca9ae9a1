import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useSession } from '../../app/session.tsx'
import { useFailed } from '../../app/use-failed.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { PasswordInput } from '../sign-in/password-input.tsx'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'

/** As the server asks. */
const LEAST = 10

export function AccountSettings() {
  return (
    <SettingsFrame tab="account">
      <ChangePassword />
      <Elsewhere />
    </SettingsFrame>
  )
}

function ChangePassword() {
  const t = useMessages(settingsMessages)
  const problemText = useProblemText()
  const { me } = useSession()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () => api.POST('/api/auth/change-password', { body: { currentPassword: current, newPassword: next } }),
    onSuccess: () => {
      toast.done(t('passwordChanged'))
      setCurrent('')
      setNext('')
      setTried(false)
    },
  })
  const wrongCurrent = current ? undefined : t('currentMissing')
  const wrongNext = next.length >= LEAST ? undefined : t('newShort')
  const refused = change.error ? problemText(change.error) : undefined
  return (
    <section className="max-w-90">
      <h2 className="mb-3 font-semibold text-ink text-title">{t('changePassword')}</h2>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!wrongCurrent && !wrongNext && !change.isPending) change.mutate()
        }}
      >
        <input hidden readOnly autoComplete="username" value={me?.person.email ?? ''} />
        <Field label={t('currentPassword')} error={(tried ? wrongCurrent : undefined) ?? refused}>
          <PasswordInput value={current} onChange={setCurrent} />
        </Field>
        <Field label={t('newPassword')} help={t('newPasswordHelp')} error={tried ? wrongNext : undefined}>
          <PasswordInput value={next} onChange={setNext} isNew />
        </Field>
        <Button type="submit" busy={change.isPending} className="self-start">
          {t('changePassword')}
        </Button>
      </form>
    </section>
  )
}

function Elsewhere() {
  const t = useMessages(settingsMessages)
  const failed = useFailed()
  const leave = useMutation({
    mutationFn: () => api.POST('/api/auth/revoke-other-sessions'),
    onSuccess: () => toast.done(t('signedOutElsewhere')),
    onError: failed,
  })
  return (
    <section className="max-w-90">
      <h2 className="font-semibold text-ink text-title">{t('elsewhere')}</h2>
      <p className="mt-1 mb-3 text-ink-2">{t('elsewhereHelp')}</p>
      <Button busy={leave.isPending} onClick={() => leave.mutate()}>
        {t('signOutElsewhere')}
      </Button>
    </section>
  )
}
