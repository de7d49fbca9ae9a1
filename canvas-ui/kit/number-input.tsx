import { useState } from 'react'
import { Input, type InputProps } from './input.tsx'
import { cleanNumber, parseNumber } from './parse-number.ts'

export interface NumberInputProps
  extends Omit<InputProps, 'value' | 'onChange' | 'defaultValue' | 'type' | 'after' | 'min' | 'max' | 'step'> {
  value: number | null
  onChange: (value: number | null) => void
  unit?: string | undefined
  /** How far an arrow key goes. */
  step?: number | undefined
  min?: number | undefined
  max?: number | undefined
}

/** A number, with its unit inside. The limits hold for the arrow keys; what is typed outside them is the form's to refuse. */
export function NumberInput({ value, onChange, unit, step = 1, min, max, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState('')
  // What was typed ("1.", "-") stays as long as it means the value; another value came from outside.
  const text = parseNumber(typed) === value ? typed : String(value ?? '')
  const go = (by: number) => {
    const to = Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, (value ?? 0) + by))
    setTyped(String(to))
    onChange(to)
  }
  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      after={unit}
      onChange={(next) => {
        setTyped(cleanNumber(next))
        onChange(parseNumber(next))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        go(event.key === 'ArrowUp' ? step : -step)
      }}
    />
  )
}
