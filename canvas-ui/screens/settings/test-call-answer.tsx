import type { paths } from '../../api/schema.gen.ts'
import { Notice } from '../../kit/notice.tsx'
import { Table } from '../../kit/table.tsx'
import { useMessages } from '../../locale/messages.ts'
import { mendOf, testCallMessages } from './test-call-locale.ts'

type Told = paths['/api/w/{ws}/connections/{key}/test']['post']['responses'][200]['content']['application/json']

const TONES = { well: 'ok', wrong: 'bad', again: 'warn' } as const

/** What a service answered to a test, and how to mend what went wrong. */
export function TestCallAnswer({ told }: { told: Told }) {
  const t = useMessages(testCallMessages)
  const { went, status, ms, reason, body, isCut, isJson, fields } = told
  const facts = [...(status === null ? [] : [`HTTP ${status}`]), t('took', { ms: String(ms) })].join(' · ')
  return (
    <>
      <Notice tone={TONES[went]} title={`${t(went)} · ${facts}`}>
        {reason !== null && t(mendOf(reason))}
        {went === 'well' && fields.length === 0 && t(isJson ? 'noFields' : 'notJson')}
      </Notice>
      {fields.length > 0 && (
        <section>
          <h3 className="font-medium text-ink">{t('fields')}</h3>
          <p className="mb-2 text-ink-3 text-secondary">{t('fieldsHelp')}</p>
          <div className="overflow-hidden rounded-card border border-border">
            <Table
              label={t('fields')}
              rows={fields}
              rowKey={(field) => field.from}
              rowName={(field) => field.from}
              columns={[
                { key: 'from', head: t('from'), cell: ({ from }) => <Cut text={from} /> },
                { key: 'type', head: t('type'), width: 100, cell: ({ type }) => t(type) },
                { key: 'value', head: t('value'), cell: ({ value }) => <Cut text={String(value)} /> },
              ]}
            />
          </div>
        </section>
      )}
      {status !== null && (
        <section>
          <h3 className="mb-2 font-medium text-ink">{t(isCut ? 'bodyCut' : 'body')}</h3>
          <pre className="whitespace-pre-wrap wrap-anywhere rounded-control bg-surface-3 px-3 py-2 font-mono text-ink text-secondary">
            {body || t('emptyBody')}
          </pre>
        </section>
      )}
    </>
  )
}

const Cut = ({ text }: { text: string }) => (
  <span className="block truncate" title={text}>
    {text}
  </span>
)
