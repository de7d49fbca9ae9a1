import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { useMessages } from '../locale/messages.ts'
import { appMessages } from './locale.ts'
import { type Me, useSession } from './session.tsx'

/** A page outside of every workspace: what is the matter, and one way on. */
function Outside({ title, help, way }: { title: string; help: string; way: ReactNode }) {
  return (
    <main className="flex flex-col items-center px-6 pt-[20vh] text-center">
      <h1 className="font-semibold text-ink text-page">{title}</h1>
      <p className="mt-1 mb-4 max-w-96 text-balance text-ink-2">{help}</p>
      {way}
    </main>
  )
}

/** An address without a screen, or without one for this person. */
export function Nowhere() {
  const t = useMessages(appMessages)
  const home = (
    <Link href="/" className="text-brand-text hover:underline">
      {t('home')}
    </Link>
  )
  return <Outside title={t('notFound')} help={t('notFoundHelp')} way={home} />
}

/** Signed in, and invited nowhere. */
export function NoWorkspace({ me }: { me: Me }) {
  const t = useMessages(appMessages)
  const { signOut } = useSession()
  return (
    <Outside
      title={t('noWorkspace')}
      help={t('noWorkspaceHelp', { email: me.person.email })}
      way={<Button onClick={() => void signOut()}>{t('signOut')}</Button>}
    />
  )
}
