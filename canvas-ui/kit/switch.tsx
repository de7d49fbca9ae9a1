import { Switch as Radix } from 'radix-ui'
import { useId } from 'react'
import { LabelBeside } from './label-beside.tsx'

/** On or off, at once. The label belongs to it and is part of its target. */
export function Switch({
  label,
  help,
  checked,
  onChange,
  disabled = false,
}: {
  label: string
  help?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
}) {
  const id = useId()
  return (
    <div className="flex items-start gap-2">
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={help && `${id}-help`}
        className="group -my-0.5 grid h-6 w-7 shrink-0 place-items-center rounded-control disabled:cursor-not-allowed disabled:opacity-50"
      >
        <span className="relative block h-4 w-7 rounded-full bg-control transition-colors group-data-[state=checked]:bg-brand">
          <Radix.Thumb className="absolute top-0.5 left-0.5 block size-3 rounded-full bg-on-brand transition-transform data-[state=checked]:translate-x-3" />
        </span>
      </Radix.Root>
      <LabelBeside of={id} label={label} help={help} />
    </div>
  )
}
