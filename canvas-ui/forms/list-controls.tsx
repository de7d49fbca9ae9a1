import { ArrowDown, ArrowUp, Ellipsis, Plus, X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { type Field, hasFields } from '../../engine/core/journey/settings-shape.ts'
import type { Json } from '../../engine/core/json.ts'
import { Button } from '../kit/button.tsx'
import { classes } from '../kit/classes.ts'
import { FieldGroupPart, useFieldGroup } from '../kit/field.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Menu, MenuItem } from '../kit/menu.tsx'
import { useMessages } from '../locale/messages.ts'
import { blankOf, isObject, moved, withKey } from './draft.ts'
import { FieldRow } from './fields.tsx'
import { type ControlProps, type ShapeOf, useForm, wordPath } from './form-context.ts'
import { formMessages } from './locale.ts'

type ListProps = ControlProps<ShapeOf<'list'>>
export const itemsOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])

/** Things of several fields each, in an order that counts. */
export function GroupList({ shape, path, value, onChange, label }: ListProps) {
  const { words, readOnly } = useForm()
  const t = useMessages(formMessages)
  const field = useFieldGroup()
  const list = useRef<HTMLFieldSetElement>(null)
  const items = itemsOf(value)
  const item = shape.item
  if (!hasFields(item)) return null
  const takes = (next: Json[]) => onChange(next, path)
  const add = () => {
    takes([...items, blankOf(item)])
    // What was added is filled in next.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('fieldset:last-of-type :is(input, textarea, button)')?.focus(),
    )
  }
  return (
    <FieldGroupPart>
      <fieldset {...field} ref={list} className="flex min-w-0 flex-col gap-2">
        {items.map((each, i) => (
          <fieldset
            key={idOf(each, item) ?? i}
            aria-label={`${label} ${i + 1}`}
            className={classes(
              'flex min-w-0 items-start gap-1',
              items.length > 1 && 'rounded-card border border-border p-2',
            )}
          >
            <Item
              shape={item}
              path={`${path}.${i}`}
              value={each}
              onChange={(next, at) => onChange(items.with(i, next ?? null), at)}
              menu={
                !readOnly &&
                (items.length > 1 || shape.least === 0) && (
                  <Menu
                    trigger={
                      <IconButton icon={Ellipsis} label={t('itemMenu', { n: i + 1 })} className="-mr-1 mt-0.5" />
                    }
                  >
                    <MenuItem icon={ArrowUp} disabled={i === 0} onSelect={() => takes(moved(items, i, -1))}>
                      {t('moveUp')}
                    </MenuItem>
                    <MenuItem
                      icon={ArrowDown}
                      disabled={i === items.length - 1}
                      onSelect={() => takes(moved(items, i, 1))}
                    >
                      {t('moveDown')}
                    </MenuItem>
                    <MenuItem
                      icon={X}
                      tone="bad"
                      disabled={items.length <= shape.least}
                      onSelect={() => takes(items.toSpliced(i, 1))}
                    >
                      {t('remove')}
                    </MenuItem>
                  </Menu>
                )
              }
            />
          </fieldset>
        ))}
        {!readOnly && items.length < (shape.most ?? Number.POSITIVE_INFINITY) && (
          <div>
            <Button size="dense" look="ghost" icon={Plus} className="-ml-2.5" onClick={add}>
              {t('addNamed', { name: words.items?.[wordPath(path)] ?? label })}
            </Button>
          </div>
        )}
      </fieldset>
    </FieldGroupPart>
  )
}

function idOf(item: Json, shape: ShapeOf<'group' | 'variants'>): string | undefined {
  if (shape.kind === 'variants') return undefined
  const made = shape.fields.find((field) => field.shape.hint.control === 'made')
  const id = made && isObject(item) ? item[made.key] : undefined
  return typeof id === 'string' ? id : undefined
}

interface ItemProps<S> {
  readonly shape: S
  readonly path: string
  readonly value: Json
  readonly onChange: ControlProps['onChange']
  readonly menu: ReactNode
}

function Item({ shape, ...props }: ItemProps<ShapeOf<'group' | 'variants'>>) {
  if (shape.kind === 'group') return <ItemFields {...props} shape={shape} />
  const { path, value, onChange, menu } = props
  const key = path.slice(path.lastIndexOf('.') + 1)
  return (
    <>
      <FieldRow
        field={{ key, shape, optional: false, default: undefined }}
        path={path}
        within={{ [key]: value }}
        hideLabel
        className="flex-1"
        onChange={onChange}
      />
      {menu}
    </>
  )
}

/** The first field, and one that stands beside it, need no label to the eye: the list has it. */
function ItemFields({ shape: { fields }, path, value, onChange, menu }: ItemProps<ShapeOf<'group'>>) {
  const within = isObject(value) ? value : {}
  const shown = fields.filter((field) => field.shape.hint.control !== 'made')
  const head = shown.filter((field, i) => i === 0 || field.shape.hint.beside)
  const rest = shown.filter((field) => !head.includes(field))
  const row = (field: Field, hideLabel: boolean) => (
    <FieldRow
      key={field.key}
      field={field}
      path={`${path}.${field.key}`}
      within={within}
      hideLabel={hideLabel}
      className={hideLabel && field.shape.hint.beside ? 'w-20 shrink-0' : 'flex-1'}
      onChange={(next, at) => onChange(withKey(value, field.key, next), at)}
    />
  )
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex items-start gap-2">
        {head.map((field) => row(field, true))}
        {menu}
      </div>
      {rest.map((field) => row(field, false))}
    </div>
  )
}

/** Any of a few words, as buttons that stay down. */
export function Toggles({
  choices,
  chosen,
  onChange,
  columns,
  disabled,
}: {
  choices: readonly { readonly value: string; readonly label: string; readonly wide?: boolean }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  columns: number
  disabled: boolean
}) {
  const field = useFieldGroup()
  return (
    <fieldset
      {...field}
      className="grid min-w-0 gap-1"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {choices.map(({ value, label, wide }) => {
        const on = chosen.includes(value)
        return (
          <button
            key={value}
            type="button"
            aria-pressed={on}
            disabled={disabled}
            onClick={() =>
              // In the order of the choices, whatever came first.
              onChange(
                choices.map((each) => each.value).filter((each) => (each === value ? !on : chosen.includes(each))),
              )
            }
            className={classes(
              'h-7 rounded-control border border-control bg-surface text-ink text-secondary transition-colors enabled:hover:bg-surface-3 disabled:cursor-not-allowed disabled:opacity-50',
              'aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:font-medium aria-pressed:text-brand-text',
              wide && 'col-span-3',
            )}
          >
            {label}
          </button>
        )
      })}
    </fieldset>
  )
}

const DAYS = Array.from({ length: 31 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))

/** Days of a month, -1 for its last. */
export function MonthDaysControl({ path, value, onChange }: ControlProps) {
  const { readOnly } = useForm()
  const t = useMessages(formMessages)
  return (
    <Toggles
      columns={7}
      choices={[...DAYS, { value: '-1', label: t('lastDay'), wide: true }]}
      chosen={itemsOf(value).map(String)}
      onChange={(days) => onChange(days.map(Number), path)}
      disabled={readOnly}
    />
  )
}
