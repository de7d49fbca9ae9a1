import { useQuery } from '@tanstack/react-query'
import { RefundRules } from '../../../engine/core/journey/refunds.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useWorkspace } from '../../app/session.tsx'
import { refundWords } from '../../forms/refund-words.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'
import { refundRulesOf, type SavedRefundRules } from './queries.ts'
import { RulesForm } from './rules-form.tsx'

/** Which events are refunds, and what they may do. */
export function RefundSettings() {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const { data: rules, error, refetch } = useQuery(refundRulesOf(ws))
  return (
    <SettingsFrame tab="refunds">
      <p className="-mb-2 max-w-160 text-ink-2">{t('refundsHelp')}</p>
      {error && !rules && <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />}
      {rules && (
        <RulesForm
          schema={RefundRules}
          words={refundWords[language]}
          saved={rules as RefundRules} // what is not there is absent in it
          done={t('refundsSaved')}
          queryKey={refundRulesOf(ws).queryKey}
          save={(body) =>
            answered(api.PUT('/api/w/{ws}/refund-rules', { params: { path: { ws } }, body: body as SavedRefundRules }))
          }
        />
      )}
    </SettingsFrame>
  )
}
