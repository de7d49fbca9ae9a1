import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useProblemText } from '../../api/problem-text.ts'
import { useMessages } from '../../locale/messages.ts'
import { DeleteSet } from '../sets/delete-set.tsx'
import { useUsers } from '../sets/use-users.ts'
import { segmentMessages } from './locale.ts'
import { deleteSegment } from './queries.ts'

/** Deletes a segment after asking; says which journeys hinder it. */
export function DeleteSegment({ ws, segment }: { ws: string; segment: { key: string; name: string; etag: string } }) {
  const t = useMessages(segmentMessages)
  const usersIn = useUsers()
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
        const names = usersIn(error, 'segment-used')
        return names ? t('inUse', { names }) : problemText(error)
      }}
    />
  )
}
