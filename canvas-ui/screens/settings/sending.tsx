import { useQuery } from '@tanstack/react-query'
import { SendingRules } from '../../../engine/core/sending/rules.ts'
import { answered, api } from '../../api/client.ts'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { sendingWords } from '../../forms/sending-words.ts'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'
import { type SavedRules, sendingRulesOf } from './queries.ts'
import { RulesForm } from './rules-form.tsx'
import { RulesScreen } from './rules-screen.tsx'

export function SendingSettings() {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const { key: ws, role } = useWorkspace()
  const rules = useQuery(sendingRulesOf(ws))
  const manages = isAtLeast(role, 'admin')
  return (
    <RulesScreen
      tab="sending"
      help={manages ? t('sendingHelp') : `${t('sendingHelp')} ${t('sendingReadOnly')}`}
      rules={rules}
    >
      {(saved) => (
        <RulesForm
          schema={SendingRules}
          words={sendingWords[language]}
          saved={saved as SendingRules} // what is not there is absent in it
          readOnly={!manages}
          done={t('sendingSaved')}
          queryKey={sendingRulesOf(ws).queryKey}
          save={(body) =>
            answered(api.PUT('/api/w/{ws}/sending-rules', { params: { path: { ws } }, body: body as SavedRules }))
          }
        />
      )}
    </RulesScreen>
  )
}
