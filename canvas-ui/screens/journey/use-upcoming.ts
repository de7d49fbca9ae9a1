import { useMemo } from 'react'
import { answered, api } from '../../api/client.ts'
import type { Source } from '../../forms/upcoming-source.ts'

/** Asks the server for the next times of a node of a workspace. */
export const useUpcoming = (ws: string) =>
  useMemo(
    (): Source => (question, signal) =>
      answered(
        api.POST('/api/w/{ws}/upcoming', {
          params: { path: { ws } },
          body: { ...question, settings: { ...question.settings } },
          signal,
        }),
      ),
    [ws],
  )
