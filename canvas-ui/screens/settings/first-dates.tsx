import { useQuery } from '@tanstack/react-query'
import { FirstDates } from '../../../engine/core/first-dates.ts'
import { answered, api } from '../../api/client.ts'
import { useWorkspace } from '../../app/session.tsx'
import { firstDateWords } from '../../forms/first-date-words.ts'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'
import { firstDatesOf } from './queries.ts'
import { RulesForm } from './rules-form.tsx'
import { RulesScreen } from './rules-screen.tsx'

/** Attributes in which the workspace keeps when members first did something. */
export function FirstDateSettings() {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const { key: ws } = useWorkspace()
  const dates = useQuery(firstDatesOf(ws))
  return (
    <RulesScreen tab="first-dates" help={t('firstDatesHelp')} rules={dates}>
      {(saved) => (
        <RulesForm
          schema={FirstDates}
          words={firstDateWords[language]}
          saved={saved}
          done={t('firstDatesSaved')}
          queryKey={firstDatesOf(ws).queryKey}
          save={(body) => answered(api.PUT('/api/w/{ws}/first-dates', { params: { path: { ws } }, body }))}
        />
      )}
    </RulesScreen>
  )
}
