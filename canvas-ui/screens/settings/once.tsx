import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { Input } from '../../kit/input.tsx'
import { useMessages } from '../../locale/messages.ts'
import { settingsMessages } from './locale.ts'

/** A secret that is shown this once, to be copied. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const t = useMessages(settingsMessages)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="flex items-end gap-2">
      <Field label={label} className="flex-1">
        <Input readOnly value={value} onFocus={(event) => event.target.select()} />
      </Field>
      <Button icon={copied ? Check : Copy} onClick={() => void copy()}>
        {t(copied ? 'copied' : 'copy')}
      </Button>
    </div>
  )
}
