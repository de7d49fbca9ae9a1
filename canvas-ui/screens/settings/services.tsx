import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useProblemText } from '../../api/problem-text.ts'
import { useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Table } from '../../kit/table.tsx'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'
import { type Connection, connectionsOf } from './queries.ts'
import { ServiceDialog } from './service-dialog.tsx'
import { serviceMessages } from './service-locale.ts'

/** Services outside that journeys may call. */
export function ServiceSettings() {
  const t = useMessages(serviceMessages)
  const common = useMessages(settingsMessages)
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const { data, error, refetch } = useQuery(connectionsOf(ws))
  const [editing, setEditing] = useState<Connection | 'new'>()
  const add = (
    <Button look="primary" icon={Plus} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  )
  return (
    <SettingsFrame tab="services" action={add}>
      <p className="-mb-2 max-w-160 text-ink-2">{t('help')}</p>
      {error && !data ? (
        <ErrorState title={common('failed')} safe={problemText(error)} onRetry={() => void refetch()} />
      ) : (
        <section className="overflow-hidden rounded-card border border-border bg-surface">
          <Table
            label={t('services')}
            rows={data}
            rowKey={(one) => one.key}
            rowName={(one) => one.name}
            empty={<EmptyState text={t('none')} />}
            columns={[
              { key: 'name', head: t('name'), width: 200, cell: (one) => one.name },
              { key: 'key', head: t('key'), width: 140, cell: (one) => one.key },
              { key: 'url', head: t('url'), cell: (one) => <span className="block truncate">{one.url}</span> },
              {
                key: 'actions',
                head: <span className="sr-only">{common('actions')}</span>,
                width: 100,
                numeric: true,
                cell: (one) => (
                  <Button look="ghost" size="dense" onClick={() => setEditing(one)}>
                    {t('change')}
                  </Button>
                ),
              },
            ]}
          />
        </section>
      )}
      {editing && (
        <ServiceDialog
          ws={ws}
          service={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </SettingsFrame>
  )
}
