import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { pointsWords } from '../../../engine/core/rules/rule.locale.ts'
import { useFormat } from '../../format/use-format.ts'
import { Tag } from '../../kit/chip.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Count } from '../../kit/number.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { wordOf } from '../../locale/word-of.ts'
import { channels, memberMessages, namespaces } from './locale.ts'
import type { Profile } from './queries.ts'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-border border-b px-5 pt-3.5 pb-3 last:border-b-0">
      <h2 className="mb-2 font-semibold text-body text-ink">{title}</h2>
      {children}
    </section>
  )
}

const Nothing = ({ children }: { children: string }) => <p className="text-ink-3 text-secondary">{children}</p>

/** What is known of a member: assets, identities, tags, consents. */
export function ProfileSide({ profile }: { profile: Profile }) {
  const t = useMessages(memberMessages)
  const channelName = useMessages(channels)
  const namespaceName = useMessages(namespaces)
  const language = useLanguage()
  const format = useFormat()
  return (
    <>
      <Part title={t('assets')}>
        {profile.points.length === 0 && <Nothing>{t('noPoints')}</Nothing>}
        <dl className="grid grid-cols-2 gap-x-2 gap-y-3">
          {profile.points.map(({ account, balance, lapses }) => (
            <div key={account}>
              <dt className="text-ink-2 text-secondary">{pointsWords(account, language)}</dt>
              <dd className="font-semibold text-ink text-object">
                <Count of={balance} />
              </dd>
              {lapses && (
                <dd className="text-secondary text-warn">
                  {t('lapse', { points: format.number(lapses.points), day: format.date(lapses.at) })}
                </dd>
              )}
            </div>
          ))}
        </dl>
      </Part>
      <Part title={t('identities')}>
        {profile.identities.length === 0 && <Nothing>{t('noIdentities')}</Nothing>}
        <dl>
          {profile.identities.map(({ namespace, value }) => (
            <div key={`${namespace}/${value}`} className="flex min-h-[26px] items-center gap-2">
              <dt className="w-16 shrink-0 text-ink-3">{wordOf(namespaceName, namespaces, namespace)}</dt>
              <dd className="min-w-0 truncate text-ink" title={value}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={t('memberTags')}>
        {profile.tags.length === 0 && <Nothing>{t('noTags')}</Nothing>}
        <div className="flex flex-wrap gap-1.5">
          {profile.tags.map(({ tag }) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </div>
      </Part>
      <Part title={t('consents')}>
        {profile.consents.length === 0 && <Nothing>{t('noConsents')}</Nothing>}
        <ul className="grid grid-cols-2 gap-x-3 gap-y-1.5 text-secondary">
          {profile.consents.map(({ channel, purpose, granted }) => (
            <li key={`${channel}/${purpose}`} className="flex items-center gap-1 text-ink">
              <Icon of={granted ? Check : Minus} size="badge" className={granted ? 'text-ok' : 'text-ink-3'} />
              {wordOf(channelName, channels, channel)}
              <span className="text-ink-3">{t(granted ? 'granted' : 'withdrawn')}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}
