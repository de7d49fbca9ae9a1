import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useWorkspace } from '../../app/session.tsx'
import { useFailed } from '../../app/use-failed.ts'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { Table } from '../../kit/table.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'
import { ShownOnce } from './once.tsx'
import { keysOf } from './queries.ts'

export function KeySettings() {
  const t = useMessages(settingsMessages)
  const format = useFormat()
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const keys = useQuery(keysOf(ws))
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<{ id: string; name: string }>()
  const make = (
    <Button look="primary" icon={Plus} onClick={() => setMaking(true)}>
      {t('newKey')}
    </Button>
  )
  return (
    <SettingsFrame tab="keys" action={make}>
      {keys.error && !keys.data ? (
        <ErrorState title={t('failed')} safe={problemText(keys.error)} onRetry={() => void keys.refetch()} />
      ) : (
        <section className="overflow-hidden rounded-card border border-border bg-surface">
          <Table
            label={t('keys')}
            rows={keys.data}
            rowKey={(key) => key.id}
            rowName={(key) => key.name}
            empty={<EmptyState text={t('noKeys')} />}
            columns={[
              { key: 'name', head: t('keyName'), cell: (key) => key.name },
              { key: 'may', head: t('keyMay'), width: 140, cell: () => t('mayWrite') },
              { key: 'created', head: t('created'), width: 220, cell: (key) => format.dateTime(key.createdAt) },
              {
                key: 'actions',
                head: <span className="sr-only">{t('actions')}</span>,
                width: 100,
                numeric: true,
                cell: (key) => (
                  <Button look="ghost" size="dense" onClick={() => setRevoking(key)}>
                    {t('revoke')}
                  </Button>
                ),
              },
            ]}
          />
        </section>
      )}
      {making && <NewKey ws={ws} onClose={() => setMaking(false)} />}
      {revoking && <Revoke ws={ws} of={revoking} onClose={() => setRevoking(undefined)} />}
    </SettingsFrame>
  )
}

function NewKey({ ws, onClose }: { ws: string; onClose: () => void }) {
  const t = useMessages(settingsMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const make = useMutation({
    mutationFn: () => answered(api.POST('/api/w/{ws}/keys', { params: { path: { ws } }, body: { name: name.trim() } })),
    onSuccess: () => queries.invalidateQueries(keysOf(ws)),
  })
  const wrong = name.trim() ? undefined : t('keyNameMissing')
  const refused = make.error ? problemText(make.error) : undefined
  const submit = () => {
    setTried(true)
    if (!wrong && !make.isPending) make.mutate()
  }
  const way = make.data ? { text: t('done'), go: onClose } : { text: t('newKey'), go: submit }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(make.data ? 'keyTitle' : 'newKey')}
      description={make.data && t('keyHelp')}
      footer={
        <Button look="primary" busy={make.isPending} onClick={way.go}>
          {way.text}
        </Button>
      }
    >
      {make.data ? (
        <ShownOnce label={t('key')} value={make.data.key} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Field label={t('keyName')} help={t('keyNameHelp')} error={(tried ? wrong : undefined) ?? refused}>
            <Input autoFocus maxLength={80} value={name} onChange={setName} />
          </Field>
        </form>
      )}
    </Dialog>
  )
}

function Revoke({ ws, of, onClose }: { ws: string; of: { id: string; name: string }; onClose: () => void }) {
  const t = useMessages(settingsMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => api.DELETE('/api/w/{ws}/keys/{key}', { params: { path: { ws, key: of.id } } }),
    onSuccess: () => toast.done(t('revoked', { name: of.name })),
    onError: failed,
    onSettled: async () => {
      onClose()
      await queries.invalidateQueries(keysOf(ws))
    },
  })
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={t('revokeTitle', { name: of.name })}
      action={t('revoke')}
      dangerous
      busy={revoke.isPending}
      onConfirm={() => revoke.mutate()}
    >
      {t('revokeHelp')}
    </Confirm>
  )
}
