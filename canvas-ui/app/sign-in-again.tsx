import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../api/client.ts'
import { useProblemText } from '../api/problem-text.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { useMessages } from '../locale/messages.ts'
import { signInMessages } from '../screens/sign-in/locale.ts'
import { PasswordInput } from '../screens/sign-in/password-input.tsx'
import { appMessages } from './locale.ts'
import { useSession } from './session.tsx'

/** Over a page whose session has ended: the page stays, with all that was typed. Whoever looks at it first is reminded. */
export function SignInAgain({ email }: { email: string }) {
  const t = useMessages(appMessages)
  const [asks, setAsks] = useState(true)
  if (asks) return <SignInDialog email={email} onLater={() => setAsks(false)} />
  return (
    <div
      role="status"
      className="fixed bottom-4 left-1/2 z-20 w-[min(440px,calc(100vw-32px))] -translate-x-1/2 rounded-card bg-surface shadow-dialog"
    >
      <Notice
        tone="warn"
        title={t('againTitle')}
        action={
          <Button size="dense" onClick={() => setAsks(true)}>
            {t('again')}
          </Button>
        }
      >
        {t('againLater')}
      </Notice>
    </div>
  )
}

/** Only the same person goes on here. */
function SignInDialog({ email, onLater }: { email: string; onLater: () => void }) {
  const t = useMessages(appMessages)
  const signInText = useMessages(signInMessages)
  const problemText = useProblemText()
  const { refresh } = useSession()
  const form = useId() // its button is outside: without one, Enter would not send two fields
  const [password, setPassword] = useState('')
  const again = useMutation({
    mutationFn: async () => {
      await api.POST('/api/auth/sign-in/email', { body: { email, password } })
      await refresh()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onLater()}
      title={t('againTitle')}
      description={t('againHelp')}
      footer={
        <Button type="submit" form={form} look="primary" busy={again.isPending}>
          {signInText('signIn')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (password && !again.isPending) again.mutate()
        }}
      >
        <input hidden readOnly autoComplete="username" value={email} />
        <Field label={email} error={again.error ? problemText(again.error) : undefined}>
          <PasswordInput value={password} onChange={setPassword} autoFocus />
        </Field>
      </form>
    </Dialog>
  )
}
