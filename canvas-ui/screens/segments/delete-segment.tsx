import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { Problem } from '../../api/problem.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { DeleteSet } from '../sets/delete-set.tsx'
import { segmentMessages } from './locale.ts'
import { deleteSegment } from './queries.ts'

/** Deletes a segment after asking; says which journeys hinder it. */
export function DeleteSegment({ ws, segment }: { ws: string; segment: { key: string; name: string; etag: string } }) {
  const t = useMessages(segmentMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [, go] = useLocation()
  return (
    <DeleteSet
      name={segment.name}
      t={t}
      remove={() => deleteSegment(ws, segment.key, segment.etag)}
      onRemoved={async () => {
        await queries.invalidateQueries({ queryKey: ['segments', ws] })
        go(`/w/${ws}/segments`)
      }}
      whyNot={(error) => {
        const users = error instanceof Problem && error.code === 'segment-used' ? usersIn(error.document) : []
        return users.length > 0
          ? t('inUse', { names: users.join(language === 'en' ? ', ' : '、') })
          : problemText(error)
      }}
    />
  )
}

function usersIn(document: unknown): string[] {
  const { journeys = [] } = (document ?? {}) as { journeys?: { name: string }[] } // as the server's problem has it
  return journeys.map((journey) => journey.name)
}
