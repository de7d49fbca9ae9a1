import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { attributeWords } from '../../../engine/core/rules/rule.locale.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useWorkspace } from '../../app/session.tsx'
import { useFormat } from '../../format/use-format.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Bone, Skeleton } from '../../kit/skeleton.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { JourneysTab } from './journeys-tab.tsx'
import { memberMessages } from './locale.ts'
import { MessagesTab } from './messages-tab.tsx'
import { ProfileSide } from './profile-side.tsx'
import { type Profile, profileOf } from './queries.ts'
import { Timeline } from './timeline.tsx'

type TabName = 'journeys' | 'messages' | 'attributes'

/** One member: what is known at the left, what journeys did in the middle, what happened at the right. */
export function MemberPage() {
  const t = useMessages(memberMessages)
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const { member = '' } = useParams<{ member: string }>()
  const profile = useQuery(profileOf(ws, member))
  if (profile.error && !profile.data)
    return (
      <ErrorState title={t('memberFailed')} safe={problemText(profile.error)} onRetry={() => void profile.refetch()} />
    )
  return (
    <>
      <Head ws={ws} profile={profile.data} />
      <div className="grid min-h-0 flex-1 grid-cols-[248px_minmax(0,1fr)_248px] min-[1400px]:grid-cols-[272px_minmax(0,1fr)_276px]">
        <aside className="min-h-0 overflow-y-auto border-border border-r bg-surface">
          {profile.data ? <ProfileSide profile={profile.data} /> : <Bones />}
        </aside>
        <Middle ws={ws} member={member} profile={profile.data} />
        <Timeline ws={ws} member={member} />
      </div>
    </>
  )
}

const nameIn = (profile: Profile): string | undefined =>
  typeof profile.attributes.name === 'string' ? profile.attributes.name : undefined

function Head({ ws, profile }: { ws: string; profile: Profile | undefined }) {
  const t = useMessages(memberMessages)
  const format = useFormat()
  const name = profile && (nameIn(profile) ?? t('nameless', { id: profile.id }))
  return (
    <header className="flex h-[72px] shrink-0 items-center gap-2 border-border border-b bg-surface px-6">
      <Link
        href={`/w/${ws}/members`}
        aria-label={t('members')}
        className="-ml-1.5 grid size-7 place-items-center rounded-control text-ink-2 hover:bg-surface-3"
      >
        <Icon of={ArrowLeft} />
      </Link>
      {profile && name !== undefined && (
        <>
          <Avatar name={name} size="head" />
          <div className="ml-1 min-w-0">
            <h1 className="truncate font-semibold text-ink text-object">{name}</h1>
            <p className="text-ink-3 text-secondary">
              #{profile.id} · {t('since', { day: format.date(profile.createdAt) })}
            </p>
          </div>
        </>
      )}
    </header>
  )
}

function Middle({ ws, member, profile }: { ws: string; member: string; profile: Profile | undefined }) {
  const t = useMessages(memberMessages)
  const [tab, setTab] = useState<TabName>('journeys')
  return (
    <section className="min-h-0 overflow-y-auto px-6 pb-6">
      <Tabs
        label={t('name')}
        listClassName="pt-2"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'journeys', label: t('journeys'), panel: <JourneysTab ws={ws} member={member} /> },
          { value: 'messages', label: t('messages'), panel: <MessagesTab ws={ws} member={member} /> },
          { value: 'attributes', label: t('attributes'), panel: profile && <Attributes profile={profile} /> },
        ]}
      />
    </section>
  )
}

function Attributes({ profile }: { profile: Profile }) {
  const t = useMessages(memberMessages)
  const language = useLanguage()
  const entries = Object.entries(profile.attributes)
  if (entries.length === 0) return <p className="py-8 text-center text-ink-2">{t('noAttributes')}</p>
  return (
    <dl className="mt-4 rounded-card border border-border bg-surface px-4 py-2">
      {entries.map(([name, value]) => (
        <div key={name} className="flex min-h-8 items-center gap-3 border-border border-b last:border-b-0">
          <dt className="w-40 shrink-0 truncate text-ink-3" title={name}>
            {attributeWords(name, language)}
          </dt>
          <dd className="min-w-0 break-words text-ink">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

const Bones = () => (
  <Skeleton>
    <div className="flex flex-col gap-3 p-5">
      {['a', 'b', 'c', 'd', 'e'].map((bone) => (
        <Bone key={bone} className="h-4 w-full" />
      ))}
    </div>
  </Skeleton>
)
