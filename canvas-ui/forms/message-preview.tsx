import { Mail } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Shape } from '../../engine/core/journey/settings-shape.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'
import { Icon } from '../kit/icon.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useMessages } from '../locale/messages.ts'
import { entryProperties, type FormContextValue, useForm } from './form-context.ts'
import { formMessages } from './locale.ts'
import { piecesOf } from './variables.ts'

interface Message {
  readonly title: string
  readonly text: string
  readonly html: string
  readonly from: string
}

/** The message as one member would get it, in the frame it comes in. */
export function MessagePreview({ shape, settings }: { shape: Shape; settings: JsonObject }) {
  const t = useMessages(formMessages)
  const message = messageOf(shape, settings)
  return (
    <section aria-label={t('preview')} className="flex flex-col gap-1.5">
      <div className="flex items-baseline gap-2 text-secondary">
        <h3 className="font-medium text-ink-2">{t('preview')}</h3>
        <span className="text-ink-3">{t('previewNote')}</span>
      </div>
      {shape.hint.preview === 'mail' ? <MailFrame message={message} /> : <PhoneFrame message={message} />}
    </section>
  )
}

function messageOf(shape: Shape, settings: JsonObject): Message {
  const part = (is: (field: Shape) => boolean): string => {
    const field = shape.kind === 'group' ? shape.fields.find((each) => is(each.shape)) : undefined
    const value: Json | undefined = field && settings[field.key]
    return typeof value === 'string' ? value : ''
  }
  return {
    title: part((its) => its.hint.part === 'title'),
    text: part((its) => its.hint.part === 'text'),
    html: part((its) => its.hint.part === 'html'),
    from: part((its) => its.hint.control === 'account'),
  }
}

/** A value that some member has: what the preview shows for a variable. */
function sampleIn(form: FormContextValue): (path: string) => string | undefined {
  return (path) => {
    const [kind, ...name] = path.split('.')
    const fields = kind === 'member' ? form.catalogue.attributes : kind === 'event' ? entryProperties(form) : []
    const sample = fields.find((field) => field.name === name.join('.'))?.samples[0]
    return sample === undefined ? undefined : String(sample)
  }
}

function Filled({ text, otherwise }: { text: string; otherwise?: string }): ReactNode {
  const form = useForm()
  if (text.trim() === '') return <span className="text-ink-3">{otherwise}</span>
  return piecesOf(text, sampleIn(form)).map((piece, i) =>
    piece.variable ? (
      <span key={i} className="rounded-[3px] bg-brand-soft px-0.5 text-brand-text">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}

function PhoneFrame({ message }: { message: Message }) {
  const t = useMessages(formMessages)
  return (
    <div className="rounded-t-[20px] border border-border-strong border-b-0 bg-surface-3 px-3 pt-2 pb-4">
      <div aria-hidden className="mx-auto mb-3 h-1 w-12 rounded-full bg-border-strong" />
      <div className="rounded-card bg-surface p-3 shadow-rest">
        <div className="flex items-start gap-2">
          <span className="grid size-6 shrink-0 place-items-center rounded-control bg-message-soft text-message">
            <Icon of={Mail} size="tile" />
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline gap-2">
              <span className="wrap-anywhere min-w-0 flex-1 font-semibold text-body text-ink">
                <Filled text={message.title} otherwise={t('noTitle')} />
              </span>
              <span className="shrink-0 text-ink-3 text-meta">{t('inboxNow')}</span>
            </div>
            <div className="wrap-anywhere mt-0.5 max-h-60 overflow-y-auto whitespace-pre-wrap text-ink-2 text-secondary">
              <Filled text={message.text} />
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}

function MailFrame({ message }: { message: Message }) {
  const t = useMessages(formMessages)
  const [wanted, setWanted] = useState<'html' | 'text'>('html')
  const form = useForm()
  const body = message.html.trim() === '' ? 'text' : wanted
  return (
    <div className="overflow-hidden rounded-card border border-border-strong bg-surface">
      <dl className="grid grid-cols-[auto_1fr] gap-x-2 border-border border-b bg-surface-2 px-3 py-2 text-secondary">
        <dt className="text-ink-3">{t('mailFrom')}</dt>
        <dd className="truncate text-ink-2">{message.from || '—'}</dd>
        <dt className="text-ink-3">{t('mailTo')}</dt>
        <dd className="text-ink-2">{t('mailMember')}</dd>
      </dl>
      <div className="flex flex-col gap-2 p-3">
        <div className="wrap-anywhere font-semibold text-ink text-title">
          <Filled text={message.title} otherwise={t('noSubject')} />
        </div>
        {message.html.trim() !== '' && (
          <Segmented
            aria-label={t('preview')}
            choices={[
              { value: 'html', label: t('mailHtml') },
              { value: 'text', label: t('mailText') },
            ]}
            value={body}
            onChange={setWanted}
          />
        )}
        {body === 'html' ? (
          // Without any permission: what an operator pasted must not run here.
          <iframe
            title={t('preview')}
            sandbox=""
            srcDoc={piecesOf(message.html, sampleIn(form))
              .map((piece) => (piece.variable ? escaped(piece.text) : piece.text))
              .join('')}
            className="h-60 w-full rounded-control border border-border bg-white"
          />
        ) : (
          <div className="wrap-anywhere max-h-60 overflow-y-auto whitespace-pre-wrap text-body text-ink-2">
            <Filled text={message.text} />
          </div>
        )}
      </div>
    </div>
  )
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
