import { useQuery } from '@tanstack/react-query'
import { SendingRules } from '../../../engine/core/sending/rules.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { sendingWords } from '../../forms/sending-words.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'
import { type SavedRules, sendingRulesOf } from './queries.ts'
import { RulesForm } from './rules-form.tsx'

export function SendingSettings() {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws, role } = useWorkspace()
  const { data: rules, error, refetch } = useQuery(sendingRulesOf(ws))
  const manages = isAtLeast(role, 'admin')
  return (
    <SettingsFrame tab="sending">
      <p className="-mb-2 max-w-160 text-ink-2">
        {t('sendingHelp')}
        {!manages && ` ${t('sendingReadOnly')}`}
      </p>
      {error && !rules && <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />}
      {rules && (
        <RulesForm
          schema={SendingRules}
          words={sendingWords[language]}
          saved={rules as SendingRules} // what is not there is absent in it
          readOnly={!manages}
          done={t('sendingSaved')}
          queryKey={sendingRulesOf(ws).queryKey}
          save={(body) =>
            answered(api.PUT('/api/w/{ws}/sending-rules', { params: { path: { ws } }, body: body as SavedRules }))
          }
        />
      )}
    </SettingsFrame>
  )
}
