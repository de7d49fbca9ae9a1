import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { useProblemText } from '../../api/problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Field } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { useMessages } from '../../locale/messages.ts'
import { groupMessages } from './locale.ts'
import { type Bad, type People, uploadList } from './queries.ts'

const LARGEST = 16 * 1_048_576
const Listed = z.array(z.record(z.string(), z.string())).min(1)
const MOST_SHOWN = 20

/** What a file holds: the text of a CSV file, a list of people, or undefined where its JSON is no such list. */
async function read(file: File): Promise<string | People | undefined> {
  const text = await file.text()
  if (!file.name.toLowerCase().endsWith('.json')) return text
  try {
    return Listed.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Puts the people of a file into a group, and tells of the lines that are wrong. */
export function UploadList({ ws, group }: { ws: string; group: string }) {
  const t = useMessages(groupMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [bad, setBad] = useState<Bad>('keep-good')
  const [fault, setFault] = useState<'notJson' | 'tooLarge'>()
  const sending = useMutation({
    mutationFn: (list: string | People) => uploadList(ws, group, list, bad),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['groups', ws] }),
  })
  const take = async (file: File) => {
    sending.reset()
    const list = file.size > LARGEST ? undefined : await read(file)
    setFault(list === undefined ? (file.size > LARGEST ? 'tooLarge' : 'notJson') : undefined)
    if (list !== undefined) sending.mutate(list)
  }
  const told = sending.data
  return (
    <Card title={t('upload')}>
      <div className="flex flex-col gap-3 px-4 pb-4">
        <p className="text-ink-2 text-secondary">{t('uploadHelp')}</p>
        <div className="flex items-end justify-between gap-4">
          <Field label={t('bad')}>
            <Segmented
              aria-label={t('bad')}
              choices={[
                { value: 'keep-good', label: t('keepGood') },
                { value: 'keep-nothing', label: t('keepNothing') },
              ]}
              value={bad}
              onChange={setBad}
            />
          </Field>
          <Button icon={Upload} busy={sending.isPending} onClick={() => input.current?.click()}>
            {t('chooseFile')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,.json,text/csv,application/json"
            aria-label={t('chooseFile')}
            className="hidden"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file) void take(file)
            }}
          />
        </div>
        {fault && <Notice tone="bad" title={t(fault)} />}
        {sending.error && <Notice tone="bad" title={problemText(sending.error)} />}
        {told && told.rejected === 0 && <Notice title={t('uploaded', told)} />}
        {told && told.rejected > 0 && (
          <Notice tone="warn" title={t(told.kept ? 'rejected' : 'nothing', { rejected: told.rejected })}>
            {told.kept && <p>{t('uploaded', told)}</p>}
            <ul className="flex list-disc flex-col gap-0.5 pl-5">
              {told.problems.slice(0, MOST_SHOWN).map((one) => (
                <li key={one.line} title={one.detail} className="break-words">
                  {t('line', { line: one.line, why: t(one.code) })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Card>
  )
}
