import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'
import { useLanguage } from '../../locale/language.ts'
import { messages, useMessages } from '../../locale/messages.ts'

const callerMessages = messages(
  {
    callers: '这些旅程会把会员移交过来：{names}。之后没有人能移交过来，会员在那里走「未移交」。',
  },
  {
    callers:
      'Journeys hand members over to here: {names}. Nobody will be handed over any more: there they leave as “Not taken”.',
  },
)

const callersOf = (ws: string, key: string) =>
  answered(api.GET('/api/w/{ws}/journeys/{key}/callers', { params: { path: { ws, key } } }))

/** Which live journeys hand members over to journeys that take nobody in any more; nothing where none does. */
export function Callers({ ws, journeys }: { ws: string; journeys: readonly string[] }) {
  const t = useMessages(callerMessages)
  const language = useLanguage()
  const { data = [] } = useQuery({
    queryKey: ['callers', ws, ...journeys],
    queryFn: () => Promise.all(journeys.map((key) => callersOf(ws, key))),
    staleTime: 0,
  })
  const names = new Set(data.flatMap((found) => found.journeys.map(({ name }) => name)))
  if (names.size === 0) return null
  return <p className="mt-2 text-warn">{t('callers', { names: [...names].join(language === 'en' ? ', ' : '、') })}</p>
}
