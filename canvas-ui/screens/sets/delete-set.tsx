import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { ConfirmDelete, type DeleteProps } from './confirm-delete.tsx'

/** Deletes a segment or a group after asking. */
export function DeleteSet(props: DeleteProps) {
  const [asking, ask] = useState(false)
  return (
    <>
      <Button look="danger" icon={Trash2} onClick={() => ask(true)}>
        {props.t('remove')}
      </Button>
      {asking && <ConfirmDelete {...props} onClose={() => ask(false)} />}
    </>
  )
}
