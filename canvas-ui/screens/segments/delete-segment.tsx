import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Problem } from '../../api/problem.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { toast } from '../../kit/toast.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { segmentMessages } from './locale.ts'
import { deleteSegment } from './queries.ts'

/** Deletes a segment after asking; says which journeys hinder it. */
export function DeleteSegment({ ws, segment }: { ws: string; segment: { key: string; name: string; etag: string } }) {
  const t = useMessages(segmentMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [asking, ask] = useState(false)
  const { key, name, etag } = segment
  const removing = useMutation({
    mutationFn: () => deleteSegment(ws, key, etag),
    onSuccess: async () => {
      toast.done(t('removed', { name }))
      await queries.invalidateQueries({ queryKey: ['segments', ws] })
      go(`/w/${ws}/segments`)
    },
  })
  const { error } = removing
  const users = error instanceof Problem && error.code === 'segment-used' ? usersIn(error.document) : []
  return (
    <>
      <Button look="danger" icon={Trash2} onClick={() => ask(true)}>
        {t('remove')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={(open) => {
          ask(open)
          removing.reset()
        }}
        title={t('removeTitle', { name })}
        action={t('remove')}
        dangerous
        busy={removing.isPending}
        onConfirm={() => removing.mutate()}
      >
        {t('removeHelp')}
        {error && (
          <span role="alert" className="mt-2 block text-bad">
            {users.length > 0 ? t('inUse', { names: users.join(language === 'en' ? ', ' : '、') }) : problemText(error)}
          </span>
        )}
      </Confirm>
    </>
  )
}

function usersIn(document: unknown): string[] {
  const { journeys = [] } = (document ?? {}) as { journeys?: { name: string }[] } // as the server's problem has it
  return journeys.map((journey) => journey.name)
}
