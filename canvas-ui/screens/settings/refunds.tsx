import { useQuery } from '@tanstack/react-query'
import { RefundRules } from '../../../engine/core/journey/refunds.ts'
import { answered, api } from '../../api/client.ts'
import { useWorkspace } from '../../app/session.tsx'
import { refundWords } from '../../forms/refund-words.ts'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'
import { refundRulesOf, type SavedRefundRules } from './queries.ts'
import { RulesForm } from './rules-form.tsx'
import { RulesScreen } from './rules-screen.tsx'

/** Which events are refunds, and what they may do. */
export function RefundSettings() {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const { key: ws } = useWorkspace()
  const rules = useQuery(refundRulesOf(ws))
  return (
    <RulesScreen tab="refunds" help={t('refundsHelp')} rules={rules}>
      {(saved) => (
        <RulesForm
          schema={RefundRules}
          words={refundWords[language]}
          saved={saved as RefundRules} // what is not there is absent in it
          done={t('refundsSaved')}
          queryKey={refundRulesOf(ws).queryKey}
          save={(body) =>
            answered(api.PUT('/api/w/{ws}/refund-rules', { params: { path: { ws } }, body: body as SavedRefundRules }))
          }
        />
      )}
    </RulesScreen>
  )
}
