import { Search } from 'lucide-react'
import { Input, type InputProps } from './input.tsx'
import { Shortcut } from './shortcut.tsx'

/** A search field. `label` is its accessible name and, where no placeholder is given, what stands in it. */
export function SearchInput({
  label,
  shortcut,
  placeholder = label,
  ...rest
}: Omit<InputProps, 'icon' | 'after' | 'type'> & { label: string; shortcut?: string | undefined }) {
  return (
    <Input
      {...rest}
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder}
      icon={Search}
      after={shortcut && !rest.value && <Shortcut keys={shortcut} />}
    />
  )
}
