import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { InFlight } from '../../../engine/core/journey/in-flight.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { isAtLeast } from '../../app/session.tsx'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { toast } from '../../kit/toast.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { type Approval, approvalsKey, latestOf } from '../approvals/queries.ts'
import { peopleOf } from '../settings/queries.ts'
import type { Check, Place } from './queries.ts'
import { secondPersonMessages } from './second-person-locale.ts'

export interface Asking {
  /** The newest request of the journey; undefined while it is asked for. */
  readonly latest: Approval | null | undefined
  readonly note: string
  readonly setNote: (note: string) => void
  readonly ask: { readonly mutate: () => void; readonly isPending: boolean; readonly error: Error | null }
}

/** Asking a second person to publish the draft of a revision; `needed` once it is known that one must. */
export function useAsking(
  place: Place,
  { revision, inFlight, needed }: { revision: number; inFlight: InFlight; needed: boolean },
): Asking {
  const t = useMessages(secondPersonMessages)
  const language = useLanguage()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const latest = useQuery({ ...latestOf(place, language), enabled: needed, staleTime: 0 })
  const ask = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/w/{ws}/journeys/{key}/approvals', {
          params: { path: place, header: { 'if-match': `"${revision}"` } },
          headers: { 'accept-language': language },
          body: { note: note.trim(), inFlight },
        }),
      ),
    onSuccess: () => toast.done(t('asked')),
    onSettled: () => queries.invalidateQueries({ queryKey: approvalsKey(place.ws) }),
  })
  return { latest: latest.data, note, setNote, ask: { ...ask, mutate: () => ask.mutate() } }
}

/** Instead of publishing; nothing while it is not known whether somebody has asked already, or where somebody has. */
export function askButton(asking: Asking, disabled: boolean): ReactNode {
  const { latest } = asking
  return latest === undefined || latest?.state === 'asked' ? undefined : <AskButton {...{ asking, disabled }} />
}

function AskButton({ asking: { note, ask }, disabled }: { asking: Asking; disabled: boolean }) {
  const t = useMessages(secondPersonMessages)
  return (
    <Button look="primary" disabled={disabled || note.trim() === ''} busy={ask.isPending} onClick={ask.mutate}>
      {t('ask')}
    </Button>
  )
}

/** Why a second person must publish, and how it stands: a request to be written, or one that waits. */
export function SecondPerson({ place, reasons, asking }: { place: Place; reasons: Check['approval']; asking: Asking }) {
  const t = useMessages(secondPersonMessages)
  const problemText = useProblemText()
  const { latest, note, setNote, ask } = asking
  if (latest === undefined) return null
  if (latest?.state === 'asked') return <Waiting place={place} request={latest} />
  return (
    <section aria-label={t('needed')} className="flex flex-col gap-3">
      <Notice tone="warn" title={t('needed')}>
        {reasons.map((reason) => (
          <div key={reason.why}>{reason.text}</div>
        ))}
        <Approvers ws={place.ws} />
      </Notice>
      {latest?.state === 'rejected' && (
        <Notice tone="bad" title={t('rejected', { who: latest.decidedBy ?? '' })}>
          {latest.answer}
        </Notice>
      )}
      {latest?.state === 'overtaken' && <Notice title={t('overtaken')} />}
      <Field label={t('note')} help={t('noteHelp')}>
        <TextArea rows={2} maxLength={1_000} value={note} onChange={setNote} />
      </Field>
      {ask.error && <Notice tone="bad" title={problemText(ask.error)} />}
    </section>
  )
}

/** Who may say yes, beside the reader. */
function Approvers({ ws }: { ws: string }) {
  const t = useMessages(secondPersonMessages)
  const { data: people } = useQuery(peopleOf(ws))
  const others = people?.filter(({ role, you }) => !you && isAtLeast(role, 'approver'))
  if (!others) return null
  return (
    <div className="mt-1">
      {others.length === 0 ? t('nobody') : t('who', { names: others.map(({ name }) => name).join(t('join')) })}
    </div>
  )
}

function Waiting({ place, request }: { place: Place; request: Approval }) {
  const t = useMessages(secondPersonMessages)
  const format = useFormat()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const withdraw = useMutation({
    mutationFn: () => {
      const params = { path: { ws: place.ws, approval: request.id } }
      return answered(api.POST('/api/w/{ws}/approvals/{approval}/withdraw', { params }))
    },
    onSuccess: () => toast.done(t('withdrawn')),
    onSettled: () => queries.invalidateQueries({ queryKey: approvalsKey(place.ws) }),
  })
  return (
    <section aria-label={t('waiting')} className="flex flex-col gap-3">
      <Notice title={t('waiting')}>
        <div>{t('waitingHelp', { who: request.askedBy, time: format.nearDateTime(request.askedAt) })}</div>
        <div className="mt-1 text-ink">{request.note}</div>
        <div className="mt-2 flex gap-2">
          {request.allowed.includes('withdraw') && (
            <Button size="dense" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('withdraw')}
            </Button>
          )}
          <Button size="dense" onClick={() => go(`/w/${place.ws}/approvals/${request.id}`)}>
            {t('open')}
          </Button>
        </div>
      </Notice>
      {withdraw.error && <Notice tone="bad" title={problemText(withdraw.error)} />}
    </section>
  )
}
