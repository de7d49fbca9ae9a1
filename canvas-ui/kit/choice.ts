import type { LucideIcon } from './icon.tsx'

/** One thing to choose. */
export interface Choice<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** A second line below the label. */
  readonly help?: string | undefined
  readonly icon?: LucideIcon | undefined
  readonly disabled?: boolean | undefined
}

/** Radix answers with any string: passes on the choice it names, with its type. */
export const passOn =
  <Value extends string>(choices: readonly { readonly value: Value }[], onChange: (value: Value) => void) =>
  (answer: string): void => {
    const chosen = choices.find((choice) => choice.value === answer)
    if (chosen) onChange(chosen.value)
  }
