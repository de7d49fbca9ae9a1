import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { Checkbox } from '../../kit/checkbox.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { Notice } from '../../kit/notice.tsx'
import { NumberInput } from '../../kit/number-input.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'
import { ShownOnce } from './once.tsx'
import { type Connection, connectionsOf } from './queries.ts'
import { headersIn } from './service-headers.ts'
import { serviceMessages } from './service-locale.ts'

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/
const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** Makes a service, or changes one; what is secret of it is shown once, or never. */
export function ServiceDialog({
  ws,
  service,
  onClose,
}: {
  ws: string
  service: Connection | undefined
  onClose: () => void
}) {
  const t = useMessages(serviceMessages)
  const common = useMessages(settingsMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const form = useId()
  const [key, setKey] = useState(service?.key ?? '')
  const [name, setName] = useState(service?.name ?? '')
  const [url, setUrl] = useState(service?.url ?? 'https://')
  const [seconds, setSeconds] = useState<number | null>(service?.timeoutSeconds ?? 10)
  const [calls, setCalls] = useState<number | null>(service?.pace?.calls ?? null)
  const [per, setPer] = useState(service?.pace?.per ?? 'second')
  const [headers, setHeaders] = useState('')
  const [renew, setRenew] = useState(false)
  const [tried, setTried] = useState(false)
  const given = headersIn(headers)
  const wrong = {
    key: KEY.test(key) ? undefined : t('keyWrong'),
    name: name.trim() ? undefined : t('nameMissing'),
    url: isAddress(url) ? undefined : t('urlWrong'),
    pace: calls === null || (Number.isInteger(calls) && calls >= 1 && calls <= 1_000) ? undefined : t('paceWrong'),
    headers: given ? undefined : t('headersWrong'),
  }
  const save = useMutation({
    mutationFn: () =>
      answered(
        api.PUT('/api/w/{ws}/connections/{key}', {
          params: { path: { ws, key } },
          body: {
            ...{ name: name.trim(), url: url.trim(), timeoutSeconds: seconds ?? 10, renew },
            pace: calls === null ? null : { calls, per },
            ...(headers.trim() === '' ? {} : { headers: given ?? {} }),
          },
        }),
      ),
    onSuccess: async ({ secret }) => {
      await queries.invalidateQueries(connectionsOf(ws))
      await queries.invalidateQueries({ queryKey: ['catalogue', ws] })
      if (secret !== null) return
      toast.done(t('saved'))
      onClose()
    },
  })
  const submit = () => {
    setTried(true)
    if (!Object.values(wrong).some((fault) => fault !== undefined) && !save.isPending) save.mutate()
  }
  const secret = save.data?.secret ?? undefined
  const shown = (fault: string | undefined) => (tried ? fault : undefined)
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(service ? 'changeTitle' : 'add')}
      description={secret && t('secretHelp')}
      footer={
        secret ? (
          <Button look="primary" onClick={onClose}>
            {common('done')}
          </Button>
        ) : (
          <Button look="primary" type="submit" form={form} busy={save.isPending}>
            {common('save')}
          </Button>
        )
      }
    >
      {secret ? (
        <ShownOnce label={t('secret')} value={secret} />
      ) : (
        <form
          id={form}
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          {save.error && <Notice tone="bad" title={problemText(save.error)} />}
          <Field label={t('name')} error={shown(wrong.name)}>
            <Input maxLength={80} value={name} onChange={setName} />
          </Field>
          {!service && (
            <Field label={t('key')} help={t('keyHelp')} error={shown(wrong.key)}>
              <Input maxLength={64} value={key} onChange={setKey} />
            </Field>
          )}
          <Field label={t('url')} help={t('urlHelp')} error={shown(wrong.url)}>
            <Input maxLength={500} value={url} onChange={setUrl} />
          </Field>
          <Field label={t('timeout')}>
            <NumberInput value={seconds} min={1} max={30} onChange={setSeconds} />
          </Field>
          <div className="flex items-start gap-2">
            <Field className="flex-1" label={t('paceUpTo')} optional help={t('paceHelp')} error={shown(wrong.pace)}>
              <NumberInput value={calls} min={1} max={1_000} onChange={setCalls} />
            </Field>
            <Field className="w-56" label={t('per')}>
              <Segmented
                wide
                choices={(['second', 'minute'] as const).map((unit) => ({ value: unit, label: t(unit) }))}
                value={per}
                onChange={setPer}
              />
            </Field>
          </div>
          <Field label={t('headers')} optional help={headersHelp()} error={shown(wrong.headers)}>
            <TextArea value={headers} onChange={setHeaders} placeholder="Authorization: Bearer …" />
          </Field>
          {service && <Checkbox label={t('renew')} checked={renew} onChange={setRenew} />}
        </form>
      )}
    </Dialog>
  )

  function headersHelp(): string {
    if (!service || service.headers.length === 0) return t('headersHelp')
    return t('headersKept', { names: service.headers.join(', ') })
  }
}
