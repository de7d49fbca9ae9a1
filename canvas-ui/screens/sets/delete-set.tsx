import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { toast } from '../../kit/toast.tsx'

interface DeleteSetProps {
  readonly name: string
  readonly t: (text: 'remove' | 'removeTitle' | 'removeHelp' | 'removed', values?: { name: string }) => string
  readonly remove: () => Promise<unknown>
  /** Once it is told that it is deleted. */
  readonly onRemoved: () => Promise<void>
  readonly whyNot: (error: Error) => string
}

/** Deletes a segment or a group after asking, and tells what hinders it. */
export function DeleteSet({ name, t, remove, onRemoved, whyNot }: DeleteSetProps) {
  const [asking, ask] = useState(false)
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      toast.done(t('removed', { name }))
      return onRemoved()
    },
  })
  return (
    <>
      <Button look="danger" icon={Trash2} onClick={() => ask(true)}>
        {t('remove')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={(open) => {
          ask(open)
          removing.reset()
        }}
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
    </>
  )
}
