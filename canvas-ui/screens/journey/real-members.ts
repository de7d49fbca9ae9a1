import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Person } from '../../../engine/core/simulate/person.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import type { RealMembers } from '../../simulate/person-form.tsx'
import { membersOf } from '../members/queries.ts'
import type { Place } from './queries.ts'

function useFound(ws: string, search: string) {
  const { data } = useInfiniteQuery(membersOf(ws, search))
  const people = data?.pages[0]?.members ?? []
  return people.slice(0, 20).map(({ id, name, identities }) => {
    const [identity] = Object.values(identities)
    return { id, name: [name, identity].filter(Boolean).join(' · ') || id }
  })
}

/** The members of a workspace, to simulate a journey of it with. */
export function useRealMembers({ ws, key }: Place): RealMembers {
  const problemText = useProblemText()
  return useMemo(
    () => ({
      useFound: (search) => useFound(ws, search),
      async copy(member) {
        const params = { path: { ws, member }, query: { journey: key } }
        try {
          const copy = await answered(api.GET('/api/w/{ws}/members/{member}/copy', { params }))
          return copy as Person // the route says what its types cannot: JSON, and keys of `reach`
        } catch (error) {
          throw new Error(problemText(error))
        }
      },
    }),
    [ws, key, problemText],
  )
}
