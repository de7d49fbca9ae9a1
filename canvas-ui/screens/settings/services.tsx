import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Table } from '../../kit/table.tsx'
import { useMessages } from '../../locale/messages.ts'
import { ConfirmDelete } from '../sets/confirm-delete.tsx'
import { useUsers } from '../sets/use-users.ts'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'
import { type Connection, connectionsOf } from './queries.ts'
import { ServiceDialog } from './service-dialog.tsx'
import { serviceMessages } from './service-locale.ts'
import { TestCallDialog } from './test-call-dialog.tsx'

/** Services outside that journeys may call. */
export function ServiceSettings() {
  const t = useMessages(serviceMessages)
  const common = useMessages(settingsMessages)
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const { data, error, refetch } = useQuery(connectionsOf(ws))
  const [editing, setEditing] = useState<Connection | 'new'>()
  const [testing, setTesting] = useState<Connection>()
  const [deleting, setDeleting] = useState<Connection>()
  const paceWords = ({ pace }: Connection) => {
    if (!pace) return t('paceNone')
    return t(pace.per === 'second' ? 'paceSecond' : 'paceMinute', { calls: String(pace.calls) })
  }
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
              { key: 'pace', head: t('pace'), width: 140, cell: paceWords },
              {
                key: 'actions',
                head: <span className="sr-only">{common('actions')}</span>,
                width: 220,
                numeric: true,
                cell: (one) => (
                  <>
                    <Button look="ghost" size="dense" onClick={() => setTesting(one)}>
                      {t('test')}
                    </Button>
                    <Button look="ghost" size="dense" onClick={() => setEditing(one)}>
                      {t('change')}
                    </Button>
                    <Button look="ghost" size="dense" onClick={() => setDeleting(one)}>
                      {t('remove')}
                    </Button>
                  </>
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
      {testing && <TestCallDialog ws={ws} service={testing} onClose={() => setTesting(undefined)} />}
      {deleting && <DeleteService ws={ws} service={deleting} onClose={() => setDeleting(undefined)} />}
    </SettingsFrame>
  )
}

function DeleteService({ ws, service, onClose }: { ws: string; service: Connection; onClose: () => void }) {
  const t = useMessages(serviceMessages)
  const problemText = useProblemText()
  const usersIn = useUsers()
  const queries = useQueryClient()
  return (
    <ConfirmDelete
      name={service.name}
      t={t}
      remove={() =>
        answered(api.DELETE('/api/w/{ws}/connections/{key}', { params: { path: { ws, key: service.key } } }))
      }
      onRemoved={async () => {
        onClose()
        await queries.invalidateQueries(connectionsOf(ws))
        await queries.invalidateQueries({ queryKey: ['catalogue', ws] })
      }}
      whyNot={(error) => {
        const names = usersIn(error, 'connection-used')
        return names ? t('inUse', { names }) : problemText(error)
      }}
      onClose={onClose}
    />
  )
}
