import { classes } from './classes.ts'

const COLOURS = [
  'bg-trigger-soft text-trigger',
  'bg-message-soft text-message',
  'bg-reward-soft text-reward',
  'bg-member-soft text-member',
  'bg-control-node-soft text-control-node',
] as const

const SIZES = {
  line: 'size-5 text-meta',
  normal: 'size-6 text-meta',
  head: 'size-10 text-title',
} as const

/** The same name has the same colour everywhere. */
function colourOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0]
}

/** A person or team by the first letter of the name. Beside the written name it is decoration; alone, say `alone`. */
export function Avatar({
  name,
  size = 'normal',
  alone = false,
}: {
  name: string
  size?: keyof typeof SIZES | undefined
  alone?: boolean | undefined
}) {
  const [initial = '?'] = name.trim()
  return (
    <span
      {...(alone ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      className={classes(
        'grid shrink-0 select-none place-items-center rounded-full font-semibold',
        colourOf(name),
        SIZES[size],
      )}
    >
      {initial.toUpperCase()}
    </span>
  )
}
