import type { ReactNode } from 'react'
import { hasFields } from '../../engine/core/journey/settings-shape.ts'
import {
  AccountControl,
  AttributeControl,
  EventControl,
  EventPropertyControl,
  JourneyControl,
  ZoneControl,
} from './catalogue-controls.tsx'
import { ChipList } from './chip-list.tsx'
import { Fields } from './fields.tsx'
import { type ControlProps, choicesAt, useForm } from './form-context.ts'
import { GroupList, itemsOf, MonthDaysControl, Toggles } from './list-controls.tsx'
import { RuleControl } from './rule-control.tsx'
import { ChoiceControl, ChoiceOrNumberControl, FlagControl, NumberControl, TextControl } from './simple-controls.tsx'
import { TemplateControl } from './template-control.tsx'
import { DateTimeControl, DayControl, DurationControl, TimeOfDayControl } from './time-controls.tsx'
import { VariantsControl } from './variants-control.tsx'

/** What a value is set with: by its hint where it has one, else by its shape. */
export function Control({ shape, ...props }: ControlProps): ReactNode {
  switch (shape.kind) {
    case 'text':
      return <TextLike {...props} shape={shape} />
    case 'number':
      return <NumberControl {...props} shape={shape} />
    case 'flag':
      return <FlagControl {...props} shape={shape} />
    case 'choice':
      return <ChoiceControl {...props} shape={shape} />
    case 'choice-or-number':
      return <ChoiceOrNumberControl {...props} shape={shape} />
    case 'list':
      return <ListControl {...props} shape={shape} />
    case 'group':
      return (
        <div className="border-border border-l pl-3">
          <Fields {...props} fields={shape.fields} />
        </div>
      )
    case 'variants':
      return <VariantsControl {...props} shape={shape} />
    case 'whole':
      if (shape.hint.control === 'duration') return <DurationControl {...props} shape={shape} />
      if (shape.hint.control === 'month-days') return <MonthDaysControl {...props} shape={shape} />
      return <RuleControl {...props} shape={shape} />
  }
}

function TextLike(props: ControlProps<Extract<ControlProps['shape'], { kind: 'text' }>>) {
  switch (props.shape.hint.control) {
    case 'template':
    case 'template-lines':
    case 'template-html':
      return <TemplateControl {...props} />
    case 'event':
      return <EventControl {...props} />
    case 'event-property':
      return <EventPropertyControl {...props} />
    case 'attribute':
      return <AttributeControl {...props} />
    case 'account':
      return <AccountControl {...props} />
    case 'journey':
      return <JourneyControl {...props} />
    case 'zone':
      return <ZoneControl {...props} />
    case 'local-time':
      return <DateTimeControl {...props} keepsInstant={false} />
    case 'instant':
      return <DateTimeControl {...props} keepsInstant />
    case 'day':
      return <DayControl {...props} />
    case 'time-of-day':
      return <TimeOfDayControl {...props} />
    default:
      return <TextControl {...props} />
  }
}

/** Letters that fit where seven stand in a row. */
const LONGEST_OF_SEVEN = 4

function ListControl({ shape, ...props }: ControlProps<Extract<ControlProps['shape'], { kind: 'list' }>>) {
  const { words, readOnly } = useForm()
  if (hasFields(shape.item)) return <GroupList {...props} shape={shape} />
  if (shape.item.kind !== 'choice') return <ChipList {...props} shape={shape} />
  const choices = choicesAt(words, props.path, shape.item.of)
  const longest = Math.max(...choices.map(({ label }) => label.length))
  return (
    <Toggles
      columns={Math.min(longest > LONGEST_OF_SEVEN ? 3 : 7, choices.length)}
      choices={choices}
      chosen={itemsOf(props.value).map(String)}
      onChange={(chosen) => props.onChange(chosen, props.path)}
      disabled={readOnly}
    />
  )
}
