import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { journeyAfter } from '../../../engine/core/lifecycles/journey.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { exportJourney } from './files.ts'
import { journeysMessages } from './locale.ts'
import type { JourneyRow } from './queries.ts'

/** Whether a journey may be archived as it is. */
export const isArchivable = ({ state }: JourneyRow): boolean => journeyAfter(state, 'archive') !== undefined

export type Change =
  | { readonly kind: 'archive' }
  | { readonly kind: 'move'; readonly folder: string | null }
  | { readonly kind: 'label'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly kind: 'export' }

const DONE = { archive: 'archived', move: 'moved', label: 'labelled', export: 'exported' } as const

/** Changes journeys one after another, and says how many it did and why others stayed as they were. */
export function useChanges(ws: string) {
  const t = useMessages(journeysMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ rows, change }: { rows: readonly JourneyRow[]; change: Change }) => {
      const errors: unknown[] = []
      for (const row of rows) {
        try {
          await apply(ws, row, change)
        } catch (error) {
          errors.push(error)
        }
      }
      return errors
    },
    onSuccess: (errors, { rows, change }) => {
      const done = rows.length - errors.length
      if (done > 0) toast.done(t(DONE[change.kind], { count: done }))
      if (errors.length > 0) toast.failed(t('someFailed', { count: errors.length, why: problemText(errors[0]) }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['journeys', ws] }),
  })
}

async function apply(ws: string, row: JourneyRow, change: Change): Promise<void> {
  if (change.kind === 'export') return exportJourney(ws, row.key)
  await api.PATCH('/api/w/{ws}/journeys/{key}', { params: { path: { ws, key: row.key } }, body: bodyOf(row, change) })
}

function bodyOf({ labels }: JourneyRow, change: Exclude<Change, { kind: 'export' }>) {
  if (change.kind === 'archive') return { archived: true as const }
  if (change.kind === 'move') return { folder: change.folder }
  return { labels: [...new Set([...labels, ...change.add])].filter((label) => !change.remove.includes(label)) }
}

/** Makes a journey of what another one draws. */
export function useDuplicate(ws: string) {
  const t = useMessages(journeysMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ key }: JourneyRow) => {
      const made = await answered(
        api.POST('/api/w/{ws}/journeys/{key}/duplicate', { params: { path: { ws, key } }, body: null }),
      )
      return answered(api.GET('/api/w/{ws}/journeys/{key}', { params: { path: { ws, key: made.key } } }))
    },
    onSuccess: ({ name }) => toast.done(t('duplicated', { name })),
    onError: (error) => toast.failed(problemText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['journeys', ws] }),
  })
}

interface NewJourney {
  readonly name?: string
  readonly template?: string
  readonly folder?: string
}

/** Makes a journey and opens its editor. */
export function useCreate(ws: string) {
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [, go] = useLocation()
  return useMutation({
    mutationFn: (body: NewJourney) => answered(api.POST('/api/w/{ws}/journeys', { params: { path: { ws } }, body })),
    onSuccess: async ({ key }) => {
      await queries.invalidateQueries({ queryKey: ['journeys', ws] })
      go(`/w/${ws}/journeys/${key}/edit`)
    },
    onError: (error) => toast.failed(problemText(error)),
  })
}
