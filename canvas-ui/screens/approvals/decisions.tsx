import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api } from '../../api/client.ts'
import { useFailed } from '../../app/use-failed.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { journeyOf } from '../journey/queries.ts'
import { approvalMessages } from './locale.ts'
import { approvalsKey, type OpenedApproval } from './queries.ts'

/** What whoever looks at a request may do with it. What was refused shows why, and the request as it is now. */
export function Decisions({ ws, of: one }: { ws: string; of: OpenedApproval }) {
  const t = useMessages(approvalMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<'approve' | 'reject'>()
  const params = { path: { ws, approval: one.id } }
  const { name, key } = one.journey
  const settled = async () => {
    setAsking(undefined)
    await queries.invalidateQueries({ queryKey: approvalsKey(ws) })
    await queries.invalidateQueries({ queryKey: journeyOf({ ws, key }).queryKey })
  }
  const approve = useMutation({
    mutationFn: () => answered(api.POST('/api/w/{ws}/approvals/{approval}/approve', { params })),
    onSuccess: ({ version }) => toast.done(t('approved', { name, version })),
    onError: failed,
    onSettled: settled,
  })
  const reject = useMutation({
    mutationFn: (answer: string) =>
      answered(api.POST('/api/w/{ws}/approvals/{approval}/reject', { params, body: { answer } })),
    onSuccess: () => toast.done(t('rejected')),
    onError: failed,
    onSettled: settled,
  })
  const withdraw = useMutation({
    mutationFn: () => answered(api.POST('/api/w/{ws}/approvals/{approval}/withdraw', { params })),
    onSuccess: () => toast.done(t('withdrawn')),
    onError: failed,
    onSettled: settled,
  })
  const size = one.now?.audience?.size
  return (
    <>
      {one.allowed.includes('withdraw') && (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('withdraw')}
        </Button>
      )}
      {one.allowed.includes('reject') && <Button onClick={() => setAsking('reject')}>{t('reject')}</Button>}
      {one.allowed.includes('approve') && (
        <Button look="primary" onClick={() => setAsking('approve')}>
          {t('approve')}
        </Button>
      )}
      <Confirm
        open={asking === 'approve'}
        onOpenChange={(open) => open || setAsking(undefined)}
        title={t('approveTitle', { name })}
        action={t('approve')}
        busy={approve.isPending}
        onConfirm={() => approve.mutate()}
      >
        {t('approveHelp', {
          asker: one.askedBy,
          size: size === undefined ? '' : t('approveSize', { count: size }),
        })}
      </Confirm>
      {asking === 'reject' && (
        <RejectDialog of={one} busy={reject.isPending} onReject={reject.mutate} onClose={() => setAsking(undefined)} />
      )}
    </>
  )
}

function RejectDialog({
  of: one,
  busy,
  onReject,
  onClose,
}: {
  of: OpenedApproval
  busy: boolean
  onReject: (answer: string) => void
  onClose: () => void
}) {
  const t = useMessages(approvalMessages)
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = answer.trim() === ''
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('rejectTitle', { name: one.journey.name })}
      description={t('rejectHelp', { asker: one.askedBy })}
      footer={
        <Button
          look="danger"
          busy={busy}
          onClick={() => {
            setTried(true)
            if (!isMissing) onReject(answer.trim())
          }}
        >
          {t('reject')}
        </Button>
      }
    >
      <Field label={t('reason')} error={tried && isMissing && t('reasonMissing')}>
        <TextArea rows={3} maxLength={1_000} value={answer} onChange={setAnswer} />
      </Field>
    </Dialog>
  )
}
