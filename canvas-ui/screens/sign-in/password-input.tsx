import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../kit/icon-button.tsx'
import { Input } from '../../kit/input.tsx'
import { useMessages } from '../../locale/messages.ts'
import { signInMessages } from './locale.ts'

/** A password that can be looked at while it is typed. */
export function PasswordInput({
  value,
  onChange,
  isNew = false,
  autoFocus = false,
}: {
  value: string
  onChange: (value: string) => void
  /** Tells password keepers to offer one. */
  isNew?: boolean
  autoFocus?: boolean
}) {
  const t = useMessages(signInMessages)
  const [seen, setSeen] = useState(false)
  return (
    <Input
      type={seen ? 'text' : 'password'}
      name="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoFocus={autoFocus}
      maxLength={128}
      value={value}
      onChange={onChange}
      size="bar"
      after={
        <IconButton
          icon={seen ? EyeOff : Eye}
          label={t(seen ? 'hide' : 'show')}
          size="dense"
          onClick={() => setSeen(!seen)}
        />
      }
    />
  )
}
