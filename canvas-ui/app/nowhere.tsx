import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { useMessages } from '../locale/messages.ts'
import { appMessages } from './locale.ts'
import { type Me, useSession } from './session.tsx'

/** An address without a screen, or without one for this person. */
export function Nowhere() {
  const t = useMessages(appMessages)
  return (
    <main className="pt-[14vh] text-center">
      <h1 className="font-semibold text-ink text-page">{t('notFound')}</h1>
      <EmptyState
        text={t('notFoundHelp')}
        link={
          <Link href="/" className="text-brand-text hover:underline">
            {t('home')}
          </Link>
        }
      />
    </main>
  )
}

/** Signed in, and invited nowhere. */
export function NoWorkspace({ me }: { me: Me }) {
  const t = useMessages(appMessages)
  const { signOut } = useSession()
  return (
    <main className="pt-[14vh] text-center">
      <h1 className="font-semibold text-ink text-page">{t('noWorkspace')}</h1>
      <EmptyState
        text={t('noWorkspaceHelp', { email: me.person.email })}
        action={<Button onClick={() => void signOut()}>{t('signOut')}</Button>}
      />
    </main>
  )
}
