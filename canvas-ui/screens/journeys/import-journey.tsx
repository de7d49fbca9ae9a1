import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { LIMITS } from '../../../engine/core/journey/document.ts'
import { answered, api } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { FileChoice, type RefusedFile } from '../../kit/file-choice.tsx'
import { toast } from '../../kit/toast.tsx'
import { language } from '../../locale/language.ts'
import { type Translate, useMessages } from '../../locale/messages.ts'
import { type FileFault, readJourneyFile } from './files.ts'
import { journeysMessages } from './locale.ts'

const Found = z.looseObject({ problems: z.array(z.looseObject({ text: z.string() })) })

function faultText(fault: FileFault, file: string, t: Translate<(typeof journeysMessages)['zh-CN']>): string {
  if (fault.kind === 'large') return t('importTooLarge', { size: fault.size })
  return fault.kind === 'deep' ? t('importDeep', { file, most: LIMITS.depth }) : t('importNotJson', { file })
}

/** Takes a journey from a file. Answers how to choose one, and what to put on the page. */
export function useImport(ws: string) {
  const t = useMessages(journeysMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<RefusedFile>()
  const take = useMutation({
    mutationFn: async (file: File): Promise<{ name: string } | { refused: string[] }> => {
      const read = await readJourneyFile(file)
      if ('fault' in read) return { refused: [faultText(read.fault, file.name, t)] }
      await answered(
        api.POST('/api/w/{ws}/journeys', {
          params: { path: { ws } },
          headers: { 'accept-language': language() },
          body: { document: read.document },
        }),
      )
      return { name: typeof read.document.name === 'string' ? read.document.name : file.name }
    },
    onSuccess: async (done, file) => {
      if ('refused' in done) return setRefused({ file: file.name, sentences: done.refused })
      toast.done(t('imported', { name: done.name }))
      await queries.invalidateQueries({ queryKey: ['journeys', ws] })
    },
    onError: (error, file) => {
      const found = Found.safeParse(error instanceof Problem ? error.document : undefined)
      const sentences = found.success ? found.data.problems.map(({ text }) => text) : [problemText(error)]
      setRefused({ file: file.name, sentences })
    },
  })
  const element = (
    <FileChoice
      input={input}
      label={t('importJson')}
      onChoose={(file) => take.mutate(file)}
      refused={refused}
      title={(file) => t('importTitle', { file })}
      description={t('importNothing')}
      onClose={() => setRefused(undefined)}
    />
  )
  return { choose: () => input.current?.click(), element }
}
