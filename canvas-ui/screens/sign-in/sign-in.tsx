import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { useMessages } from '../../locale/messages.ts'
import { SignInFrame } from './frame.tsx'
import { signInMessages } from './locale.ts'
import { PasswordInput } from './password-input.tsx'

export function SignIn() {
  const t = useMessages(signInMessages)
  const problemText = useProblemText()
  const { refresh } = useSession()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const signIn = useMutation({
    mutationFn: async () => {
      await api.POST('/api/auth/sign-in/email', { body: { email: email.trim(), password } })
      await refresh()
    },
  })
  const wrongEmail = /^\S+@\S+$/.test(email.trim()) ? undefined : t('emailMissing')
  const wrongPassword = password ? undefined : t('passwordMissing')
  const refused = signIn.error ? problemText(signIn.error) : undefined
  return (
    <SignInFrame title={t('title')}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!wrongEmail && !wrongPassword && !signIn.isPending) signIn.mutate()
        }}
      >
        <Field label={t('email')} error={tried ? wrongEmail : undefined}>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            size="bar"
            value={email}
            onChange={setEmail}
          />
        </Field>
        <Field label={t('password')} error={(tried ? wrongPassword : undefined) ?? refused}>
          <PasswordInput value={password} onChange={setPassword} />
        </Field>
        <Button type="submit" look="primary" size="bar" busy={signIn.isPending}>
          {t('signIn')}
        </Button>
        <p className="text-ink-3 text-secondary">{t('forgot')}</p>
      </form>
    </SignInFrame>
  )
}
