import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'
import { Notice } from '../../kit/notice.tsx'
import { useMessages } from '../../locale/messages.ts'
import { insideMessages } from './inside-locale.ts'
import type { Journey, Place } from './queries.ts'

const LOOK_MS = 2_000

/** How far those inside have come on their way to the newest version, while they are on it. */
export function Moving({ ws, journey }: { ws: string; journey: Journey }) {
  const t = useMessages(insideMessages)
  const place: Place = { ws, key: journey.key }
  const { data } = useQuery({
    queryKey: ['moving', ws, journey.key, journey.live?.version],
    queryFn: () => answered(api.GET('/api/w/{ws}/journeys/{key}/in-flight', { params: { path: place } })),
    refetchInterval: ({ state }) => (state.data?.move && !state.data.move.isDone ? LOOK_MS : false),
  })
  const move = data?.move
  if (!move || move.isDone) return null
  return (
    <div className="px-4 py-2">
      <Notice title={move.policy === 'stop' ? t('stopping') : t('moving', { version: move.version })}>
        <span role="status">{t('left', { people: move.people, left: move.left })}</span>
      </Notice>
    </div>
  )
}
