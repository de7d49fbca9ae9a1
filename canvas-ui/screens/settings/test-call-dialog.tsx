import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { Notice } from '../../kit/notice.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { useMessages } from '../../locale/messages.ts'
import type { Connection } from './queries.ts'
import { TestCallAnswer } from './test-call-answer.tsx'
import { testCallMessages } from './test-call-locale.ts'

const SAMPLE = '{\n  "name": "Ann",\n  "amount": 100\n}'
const PATH = /^(\/[^\s#]*)?$/

/** What somebody wrote as a JSON object; undefined where it is none. */
function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Calls a service as it is saved, with sample data, and shows what it answers. */
export function TestCallDialog({ ws, service, onClose }: { ws: string; service: Connection; onClose: () => void }) {
  const t = useMessages(testCallMessages)
  const problemText = useProblemText()
  const form = useId()
  const [path, setPath] = useState('')
  const [text, setText] = useState(SAMPLE)
  const data = objectIn(text)
  const isPath = PATH.test(path)
  const call = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/w/{ws}/connections/{key}/test', {
          params: { path: { ws, key: service.key } },
          body: { path, data: data ?? {} },
        }),
      ),
  })
  return (
    <Dialog
      open
      width={640}
      onOpenChange={(open) => open || onClose()}
      title={t('title', { name: service.name })}
      description={t('help')}
      footer={
        <Button look="primary" type="submit" form={form} busy={call.isPending} disabled={!data || !isPath}>
          {t('send')}
        </Button>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (data && isPath && !call.isPending) call.mutate()
        }}
      >
        <Field label={t('path')} optional help={t('pathHelp')} error={isPath ? undefined : t('pathWrong')}>
          <Input maxLength={2_000} value={path} onChange={setPath} />
        </Field>
        <Field
          label={t('data')}
          help={t('dataHelp')}
          error={data ? undefined : t('dataWrong', { example: '{"name": "Ann"}' })}
        >
          <TextArea rows={4} className="font-mono text-secondary!" value={text} onChange={setText} />
        </Field>
      </form>
      <div aria-live="polite" className="mt-4 flex flex-col gap-4">
        {call.error && <Notice tone="bad" title={problemText(call.error)} />}
        {call.data && <TestCallAnswer told={call.data} />}
      </div>
    </Dialog>
  )
}
