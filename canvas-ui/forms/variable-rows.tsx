import { TriangleAlert } from 'lucide-react'
import { FieldGroupPart } from '../kit/field.tsx'
import { Icon } from '../kit/icon.tsx'
import { Input } from '../kit/input.tsx'
import { useMessages } from '../locale/messages.ts'
import { formMessages } from './locale.ts'
import { variablesIn, withFallback } from './variables.ts'

/** The variables of a text, each with what stands for it where a member has no value. */
export function VariableRows({
  text,
  onChange,
  disabled,
  mayLack,
}: {
  text: string
  onChange: (text: string) => void
  disabled: boolean
  /** A text without one of its values goes out all the same. */
  mayLack: boolean
}) {
  const t = useMessages(formMessages)
  const variables = variablesIn(text)
  if (variables.length === 0) return null
  return (
    <FieldGroupPart>
      <ul aria-label={t('variables')} className="flex flex-col gap-1.5 rounded-control bg-surface-2 p-2">
        {variables.map(({ path, fallback }) => (
          <li key={path} className="flex flex-col gap-1">
            <div className="flex items-center gap-2">
              <code className="min-w-0 flex-1 truncate font-sans text-ink-2 text-secondary" title={path}>
                {path}
              </code>
              <Input
                size="dense"
                aria-label={t('fallbackOf', { name: path })}
                placeholder={t('fallback')}
                value={fallback ?? ''}
                onChange={(next) => onChange(withFallback(text, path, next))}
                disabled={disabled}
                className="w-28"
              />
            </div>
            {!fallback && !mayLack && (
              <span className="flex items-start gap-1 text-secondary text-warn">
                <Icon of={TriangleAlert} size="badge" className="mt-[3px]" />
                {t('noFallback')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </FieldGroupPart>
  )
}
