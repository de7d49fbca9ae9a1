import { useQuery } from '@tanstack/react-query'
import { ApprovalRules } from '../../../engine/core/journey/approval.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { useWorkspace } from '../../app/session.tsx'
import { approvalWords } from '../../forms/approval-words.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'
import { approvalRulesOf, type SavedApprovalRules } from './queries.ts'
import { RulesForm } from './rules-form.tsx'

/** Above which size a second person publishes. */
export function ApprovalSettings() {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const { data: rules, error, refetch } = useQuery(approvalRulesOf(ws))
  return (
    <SettingsFrame tab="approvals">
      <p className="-mb-2 max-w-160 text-ink-2">{t('approvalsHelp')}</p>
      {error && !rules && <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />}
      {rules && (
        <RulesForm
          schema={ApprovalRules}
          words={approvalWords[language]}
          saved={rules as ApprovalRules} // what is not there is absent in it
          done={t('approvalsSaved')}
          queryKey={approvalRulesOf(ws).queryKey}
          save={(body) =>
            answered(
              api.PUT('/api/w/{ws}/approval-rules', { params: { path: { ws } }, body: body as SavedApprovalRules }),
            )
          }
        />
      )}
    </SettingsFrame>
  )
}
