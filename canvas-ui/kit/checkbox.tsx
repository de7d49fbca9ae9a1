import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { LabelBeside } from './label-beside.tsx'

interface CheckboxProps {
  /** `some` where it stands for several things and only some are chosen. */
  checked: boolean | 'some'
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
}

/** A box alone, as in the rows of a table; `label` is its accessible name. */
export function CheckBox({ label, ...rest }: CheckboxProps & { label: string }) {
  return <Box {...rest} aria-label={label} />
}

/** A box with its text, which is part of its target. */
export function Checkbox({ label, help, ...rest }: CheckboxProps & { label: ReactNode; help?: string | undefined }) {
  const id = useId()
  return (
    <div className="flex items-start gap-1">
      <Box {...rest} id={id} aria-describedby={help && `${id}-help`} />
      <div className="min-w-0 pt-0.5">
        <LabelBeside of={id} label={label} help={help} />
      </div>
    </div>
  )
}

function Box({
  checked,
  onChange,
  disabled = false,
  ...rest
}: CheckboxProps & { id?: string; 'aria-label'?: string; 'aria-describedby'?: string | undefined }) {
  return (
    <Radix.Root
      {...rest}
      checked={checked === 'some' ? 'indeterminate' : checked}
      onCheckedChange={(next) => onChange(next === true)}
      disabled={disabled}
      className="group -ml-[5px] grid size-6 shrink-0 place-items-center rounded-control disabled:cursor-not-allowed disabled:opacity-50"
    >
      <span className="grid size-3.5 place-items-center rounded-[3px] border-[1.5px] border-control bg-surface text-on-brand transition-colors group-data-[state=checked]:border-brand group-data-[state=indeterminate]:border-brand group-data-[state=checked]:bg-brand group-data-[state=indeterminate]:bg-brand">
        <Radix.Indicator>
          {checked === 'some' ? (
            <Minus aria-hidden size={10} strokeWidth={3} />
          ) : (
            <Check aria-hidden size={10} strokeWidth={3} />
          )}
        </Radix.Indicator>
      </span>
    </Radix.Root>
  )
}
