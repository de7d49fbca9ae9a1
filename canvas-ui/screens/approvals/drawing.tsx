import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'wouter'
import { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { TopBar } from '../../app/heads.tsx'
import { useWorkspace } from '../../app/session.tsx'
import { Editor } from '../../editor/editor.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { Loading } from '../journey/loading.tsx'
import { useCatalogue } from '../journey/use-catalogue.ts'
import { approvalMessages } from './locale.ts'
import { approvalOf } from './queries.ts'
import { ApprovalState } from './state-chip.tsx'

/** Exactly what somebody has asked to publish, as it is drawn: to read, with the settings of each node. */
export function ApprovalDrawing() {
  const t = useMessages(approvalMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws, zone } = useWorkspace()
  const { approval = '' } = useParams<{ approval: string }>()
  const { data: one, error, refetch } = useQuery(approvalOf(ws, approval, language))
  const workspace = useCatalogue(ws)
  const document = useMemo(() => JourneyDocument.safeParse(one?.document).data, [one])
  const back = `/w/${ws}/approvals/${approval}`
  if (error && !one) return <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />
  if (!one || !document) return <Loading back={back} />
  return (
    <Editor
      key={one.id}
      readOnly
      {...{ document, zone, ...workspace }}
      topBar={<TopBar back={back} title={document.name} state={<ApprovalState state={one.state} />} />}
    />
  )
}
