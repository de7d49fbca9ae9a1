import { useMutation } from '@tanstack/react-query'
import { Confirm } from '../../kit/confirm.tsx'
import { toast } from '../../kit/toast.tsx'

export interface DeleteProps {
  readonly name: string
  readonly t: (text: 'remove' | 'removeTitle' | 'removeHelp' | 'removed', values?: { name: string }) => string
  readonly remove: () => Promise<unknown>
  /** Once it is told that it is deleted. */
  readonly onRemoved: () => Promise<void>
  readonly whyNot: (error: Error) => string
}

/** Asks before something that journeys may name is deleted, and tells what hinders it. */
export function ConfirmDelete({
  name,
  t,
  remove,
  onRemoved,
  whyNot,
  onClose,
}: DeleteProps & { readonly onClose: () => void }) {
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      toast.done(t('removed', { name }))
      return onRemoved()
    },
  })
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={t('removeTitle', { name })}
      action={t('remove')}
      dangerous
      busy={removing.isPending}
      onConfirm={() => removing.mutate()}
    >
      {t('removeHelp')}
      {removing.error && (
        <span role="alert" className="mt-2 block text-bad">
          {whyNot(removing.error)}
        </span>
      )}
    </Confirm>
  )
}
