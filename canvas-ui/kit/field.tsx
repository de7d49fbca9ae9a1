import { CircleAlert } from 'lucide-react'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { useMessages } from '../locale/messages.ts'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { kitMessages } from './locale.ts'

interface Labelled {
  readonly id: string
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

const FieldContext = createContext<Labelled | undefined>(undefined)

/** What a control inside a `Field` puts on its element, so that label, help and error belong to it. */
export function useFieldControl(): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const field = useContext(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    ...(field.describedBy && { 'aria-describedby': field.describedBy }),
    ...(field.invalid && { 'aria-invalid': true }),
  }
}

/** The same for a control that is a group of controls: the label cannot point at one of them. */
export function useFieldGroup(): { 'aria-labelledby'?: string; 'aria-describedby'?: string } {
  const field = useContext(FieldContext)
  if (!field) return {}
  return { 'aria-labelledby': field.labelId, ...(field.describedBy && { 'aria-describedby': field.describedBy }) }
}

/** For a group: its own controls have names of their own and take only the error from the field. */
export function FieldGroupPart({ children }: { children: ReactNode }) {
  return <FieldContext value={undefined}>{children}</FieldContext>
}

export interface FieldProps {
  label: ReactNode
  /** For the ear alone, where the place says it to the eye. */
  hideLabel?: boolean | undefined
  /** At the label's right end, such as a link that clears the field. */
  aside?: ReactNode
  optional?: boolean | undefined
  /** What will happen, with a real date where one is meant. */
  help?: ReactNode
  /** Replaces the help and says how to mend it. */
  error?: ReactNode
  className?: string | undefined
  /** By which it is found on the page: the path of what it holds. */
  path?: string | undefined
  children: ReactNode
}

/** Label above, control, help or error below. Required is the default. */
export function Field({
  label,
  hideLabel = false,
  aside,
  optional,
  help,
  error,
  className,
  path,
  children,
}: FieldProps) {
  const t = useMessages(kitMessages)
  const id = useId()
  const below = error ?? help
  const belowId = `${id}-below`
  const labelled = {
    id,
    labelId: `${id}-label`,
    describedBy: below ? belowId : undefined,
    invalid: Boolean(error),
  }
  return (
    <div data-field={path} className={classes('flex min-w-0 flex-col', className)}>
      <div className={classes('flex items-center gap-1.5 text-secondary', hideLabel ? 'sr-only' : 'mb-1.5')}>
        <label id={labelled.labelId} htmlFor={id} className="font-medium text-ink-2">
          {label}
        </label>
        {optional && <span className="text-ink-3">{t('optional')}</span>}
        {/* A dense button is higher than the line: it must not push the control down. */}
        {aside && <span className="-my-1.5 ml-auto flex">{aside}</span>}
      </div>
      <FieldContext value={labelled}>{children}</FieldContext>
      {below && (
        <div
          id={belowId}
          role={error ? 'alert' : undefined}
          className={classes('mt-1.5 flex items-start gap-1 text-secondary', error ? 'text-bad' : 'text-ink-3')}
        >
          {error && <Icon of={CircleAlert} size="badge" className="mt-[3px]" />}
          <span className="min-w-0">{below}</span>
        </div>
      )}
    </div>
  )
}
