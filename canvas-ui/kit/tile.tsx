import type { Category } from '../../engine/core/journey/node.ts'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './icon.tsx'

const COLOURS: Record<Category, string> = {
  trigger: 'bg-trigger-soft text-trigger',
  condition: 'bg-condition-soft text-condition',
  control: 'bg-control-node-soft text-control-node',
  message: 'bg-message-soft text-message',
  reward: 'bg-reward-soft text-reward',
  member: 'bg-member-soft text-member',
}

const SIZES = {
  dense: 'size-5 rounded-[5px]',
  normal: 'size-6 rounded-control',
  head: 'size-8 rounded-card',
} as const

/** The coloured square of a kind of node: the only place, with the minimap, where its category's colour is seen. */
export function Tile({
  icon,
  category,
  size = 'normal',
}: {
  icon: LucideIcon
  category: Category
  size?: keyof typeof SIZES | undefined
}) {
  return (
    <span aria-hidden className={classes('grid shrink-0 place-items-center', COLOURS[category], SIZES[size])}>
      <Icon of={icon} size={size === 'head' ? 'control' : size === 'dense' ? 'badge' : 'tile'} />
    </span>
  )
}
