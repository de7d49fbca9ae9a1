import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Stamp } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '../../format/use-format.ts'
import { Chip } from '../../kit/chip.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { latestOf } from '../approvals/queries.ts'
import type { Place } from './queries.ts'
import { type Saving, useSnapshot } from './saving/use-saving.ts'
import { secondPersonMessages } from './second-person-locale.ts'

/** That the draft waits for a second person: who asked and when, and the way to the request. A saved change overtakes it. */
export function PendingApproval({ place, saving }: { place: Place; saving: Saving }) {
  const t = useMessages(secondPersonMessages)
  const language = useLanguage()
  const format = useFormat()
  const { revision } = useSnapshot(saving).context
  const newest = latestOf(place, language)
  const { data: request } = useQuery({
    ...{ ...newest, queryKey: [...newest.queryKey, String(revision)] },
    placeholderData: keepPreviousData,
  })
  if (request?.state !== 'asked') return null
  const mark = t(request.allowed.includes('approve') ? 'yours' : 'pending')
  const asked = t('askedAt', { who: request.askedBy, time: format.nearDateTime(request.askedAt) })
  return (
    <Link
      href={`/w/${place.ws}/approvals/${request.id}`}
      title={asked}
      aria-label={`${mark} · ${asked}`}
      className="flex h-6 items-center rounded-chip"
    >
      <Chip tone="warn" icon={Stamp}>
        {mark}
      </Chip>
    </Link>
  )
}
