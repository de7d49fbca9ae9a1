import { useQuery } from '@tanstack/react-query'
import { ApprovalRules } from '../../../engine/core/journey/approval.ts'
import { answered, api } from '../../api/client.ts'
import { useWorkspace } from '../../app/session.tsx'
import { approvalWords } from '../../forms/approval-words.ts'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'
import { approvalRulesOf, type SavedApprovalRules } from './queries.ts'
import { RulesForm } from './rules-form.tsx'
import { RulesScreen } from './rules-screen.tsx'

/** Above which size a second person publishes. */
export function ApprovalSettings() {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const { key: ws } = useWorkspace()
  const rules = useQuery(approvalRulesOf(ws))
  return (
    <RulesScreen tab="approvals" help={t('approvalsHelp')} rules={rules}>
      {(saved) => (
        <RulesForm
          schema={ApprovalRules}
          words={approvalWords[language]}
          saved={saved as ApprovalRules} // what is not there is absent in it
          done={t('approvalsSaved')}
          queryKey={approvalRulesOf(ws).queryKey}
          save={(body) =>
            answered(
              api.PUT('/api/w/{ws}/approval-rules', { params: { path: { ws } }, body: body as SavedApprovalRules }),
            )
          }
        />
      )}
    </RulesScreen>
  )
}
