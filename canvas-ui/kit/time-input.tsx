import { useState } from 'react'
import { Input } from './input.tsx'
import { parseTime } from './parse-time.ts'

/** A time of day, HH:mm, 24 h. Takes 9:30, 930, 9 and ９：３０ when the field is left or Enter is pressed; what is none springs back. */
export function TimeInput({
  value,
  onChange,
  'aria-label': label,
}: {
  value: string
  onChange: (value: string) => void
  'aria-label'?: string | undefined
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = () => {
    const time = typed === null ? null : parseTime(typed)
    if (time !== null && time !== value) onChange(time)
    setTyped(null)
  }
  return (
    <Input
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? value}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      className="w-[72px]"
    />
  )
}
