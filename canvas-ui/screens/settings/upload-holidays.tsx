import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Fault, faultsOf } from '../../../engine/core/journey/faults.ts'
import { Holidays } from '../../../engine/core/time/holidays.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { FileChoice, type RefusedFile } from '../../kit/file-choice.tsx'
import { toast } from '../../kit/toast.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { holidayMessages } from './holiday-locale.ts'
import { holidaysOf } from './queries.ts'

/** What the server takes. */
const MOST_BYTES = 1_048_576

/** What a file lacks to be holidays, as a sentence. */
function useFaultText(): (fault: Fault) => string {
  const t = useMessages(holidayMessages)
  const language = useLanguage()
  const textOf = ({ unknown, choices, message, messageZh }: Fault['params']): string => {
    if (Array.isArray(unknown)) return t('unsupported', { names: unknown.join(', ') })
    if (Array.isArray(choices)) return t('oneOf', { names: choices.join(', ') })
    return String(language === 'zh-CN' ? messageZh : message)
  }
  return ({ field, params }) => [field, textOf(params)].filter(Boolean).join(': ')
}

/** Takes holidays from a file. Answers how to choose one, and what to put on the page. */
export function useUpload(ws: string, onTaken: (year: number) => void) {
  const t = useMessages(holidayMessages)
  const faultText = useFaultText()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<RefusedFile>()
  const take = useMutation({
    mutationFn: async (file: File): Promise<{ years: readonly number[] } | { refused: string[] }> => {
      if (file.size > MOST_BYTES) return { refused: [t('tooLarge')] }
      const read: unknown = await file
        .text()
        .then(JSON.parse)
        .catch(() => undefined)
      if (read === undefined) return { refused: [t('notJson')] }
      const { data } = Holidays.safeParse(read)
      if (!data) return { refused: faultsOf(Holidays, read).map(faultText) }
      const known = await answered(api.PUT('/api/w/{ws}/holidays', { params: { path: { ws } }, body: data }))
      queries.setQueryData(holidaysOf(ws).queryKey, known)
      return { years: data.years }
    },
    onSuccess: (done, file) => {
      if ('refused' in done) return setRefused({ file: file.name, sentences: done.refused })
      toast.done(t('uploaded', { years: done.years.join(', ') }))
      onTaken(Math.max(...done.years))
    },
    onError: (error, file) => setRefused({ file: file.name, sentences: [problemText(error)] }),
  })
  const element = (
    <FileChoice
      input={input}
      label={t('upload')}
      onChoose={(file) => take.mutate(file)}
      refused={refused}
      title={(file) => t('notTaken', { file })}
      description={t('notTakenHelp')}
      onClose={() => setRefused(undefined)}
    />
  )
  return { choose: () => input.current?.click(), busy: take.isPending, element }
}
