import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { answered, api } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { roleMessages } from '../../app/roles.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { useMessages } from '../../locale/messages.ts'
import { SignInFrame } from './frame.tsx'
import { signInMessages } from './locale.ts'
import { PasswordInput } from './password-input.tsx'

/** As the server asks. */
const LEAST = 10

/** The page that an invitation's link opens. */
export function AcceptInvitation({ token }: { token: string }) {
  const t = useMessages(signInMessages)
  const roles = useMessages(roleMessages)
  const problemText = useProblemText()
  const { me } = useSession()
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answered(api.POST('/api/invitations/open', { body: { token } })),
    retry: (times, failure) => times < 1 && !(failure instanceof Problem),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) {
    return (
      <SignInFrame title={t('cannotJoin')} note={problemText(error)}>
        <Link href={me ? '/' : '/sign-in'} className="text-brand-text hover:underline">
          {t(me ? 'toWork' : 'toSignIn')}
        </Link>
      </SignInFrame>
    )
  }
  if (!data) return null
  return (
    <SignInFrame
      title={t('inviteTitle', { workspace: data.workspace.name })}
      note={t('inviteAs', { email: data.email, role: roles(data.role) })}
    >
      <AcceptForm token={token} known={data.known} />
    </SignInFrame>
  )
}

function AcceptForm({ token, known }: { token: string; known: boolean }) {
  const t = useMessages(signInMessages)
  const problemText = useProblemText()
  const { refresh } = useSession()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const accept = useMutation({
    mutationFn: async () => {
      const body = { token, password, ...(known ? {} : { name: name.trim() }) }
      const { workspace } = await answered(api.POST('/api/invitations/accept', { body }))
      await refresh()
      go(`/w/${workspace}`, { replace: true })
    },
  })
  const wrongName = known || name.trim() ? undefined : t('nameMissing')
  const wrongPassword =
    password.length >= LEAST ? undefined : t('passwordShort', { least: LEAST, count: password.length })
  const refused = accept.error ? problemText(accept.error) : undefined
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!wrongName && !wrongPassword && !accept.isPending) accept.mutate()
      }}
    >
      {!known && (
        <Field label={t('name')} help={t('nameHelp')} error={tried ? wrongName : undefined}>
          <Input name="name" autoComplete="name" autoFocus maxLength={80} size="bar" value={name} onChange={setName} />
        </Field>
      )}
      <Field
        label={t(known ? 'oldPassword' : 'newPassword')}
        help={known ? t('oldPasswordHelp') : t('newPasswordHelp', { least: LEAST })}
        error={(tried ? wrongPassword : undefined) ?? refused}
      >
        <PasswordInput value={password} onChange={setPassword} isNew={!known} autoFocus={known} />
      </Field>
      <Button type="submit" look="primary" size="bar" busy={accept.isPending}>
        {t('join')}
      </Button>
    </form>
  )
}
