import { ShoppingBag } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '../../locale/messages.ts'
import { Button } from '../button.tsx'
import { Combobox, MultiCombobox } from '../combobox.tsx'
import { DateRangeInput } from '../date-range-input.tsx'
import { DateTimeInput } from '../date-time-input.tsx'
import { type DurationDraft, DurationInput } from '../duration-input.tsx'
import { Field } from '../field.tsx'
import { Input } from '../input.tsx'
import { NumberInput } from '../number-input.tsx'
import { Select } from '../select.tsx'
import { TextArea } from '../text-area.tsx'
import { pageMessages } from './locale.ts'
import { Specimen } from './specimen.tsx'

const noop = () => {}

export function TextFields() {
  const t = useMessages(pageMessages)
  const [name, setName] = useState<string>()
  const [amount, setAmount] = useState<number | null>(200)
  return (
    <Specimen name="Field, input, text area, number">
      <Field label={t('name')} help={t('nameHelp')}>
        <Input value={name ?? t('nameValue')} onChange={setName} />
      </Field>
      <Field label={t('name')} error={t('nameError')}>
        <Input value={name ?? t('nameValue')} onChange={setName} />
      </Field>
      <Field
        label={t('name')}
        optional
        aside={
          <Button look="link" size="dense">
            {t('all')}
          </Button>
        }
      >
        <Input placeholder={t('nameValue')} value="" onChange={noop} />
      </Field>
      <Field label={t('name')}>
        <Input disabled value={t('nameValue')} onChange={noop} />
      </Field>
      <div className="flex gap-2">
        <Field label={t('amount')} className="flex-1">
          <NumberInput value={amount} onChange={setAmount} unit={t('yuan')} min={0} step={10} />
        </Field>
        <Field label={t('amount')} className="flex-1">
          <NumberInput size="dense" value={amount} onChange={setAmount} unit={t('yuan')} />
        </Field>
      </div>
      <Field label={t('note')} optional>
        <TextArea defaultValue={t('noteValue')} key={t('noteValue')} />
      </Field>
    </Specimen>
  )
}

export function PickedFields() {
  const t = useMessages(pageMessages)
  const [onFailure, setOnFailure] = useState<'stay' | 'go' | 'retry'>('stay')
  const [event, setEvent] = useState<string>('order')
  const [several, setSeveral] = useState<readonly string[]>(['order', 'coupon'])
  const [range, setRange] = useState({ from: '2026-04-08', to: '2026-05-07' })
  const [start, setStart] = useState<string | null>('2026-05-08T10:00')
  const [atMost, setAtMost] = useState<DurationDraft>({ amount: 3, unit: 'day' })
  const events = [
    { value: 'order', label: t('orderDone'), icon: ShoppingBag, group: t('trade') },
    { value: 'paid', label: t('orderPaid'), group: t('trade') },
    { value: 'coupon', label: t('couponUsed'), group: t('trade') },
    { value: 'page', label: t('pageSeen'), group: t('behaviour') },
  ]
  return (
    <Specimen name="Select, combobox, date-time, duration">
      <Field label={t('onFailure')}>
        <Select
          value={onFailure}
          onChange={setOnFailure}
          choices={[
            { value: 'stay', label: t('failStay') },
            { value: 'go', label: t('failGo') },
            { value: 'retry', label: t('failRetry'), help: t('failRetryHelp') },
          ]}
        />
      </Field>
      <div className="flex gap-2">
        <Select aria-label={t('onFailure')} className="flex-1" size="dense" value={null} onChange={noop} choices={[]} />
        <Select aria-label={t('state')} className="flex-1" disabled value={null} onChange={noop} choices={[]} />
      </div>
      <Field label={t('event')}>
        <Combobox
          value={event}
          onChange={setEvent}
          choices={events}
          searchPlaceholder={t('searchEvents')}
          onCreate={{ label: (text) => t('useTyped', { text }), take: setEvent }}
        />
      </Field>
      <Field label={t('event')} error={t('atMostError')}>
        <Combobox value={null} onChange={setEvent} choices={events} />
      </Field>
      <Field label={t('event')} optional>
        <MultiCombobox values={several} onChange={setSeveral} choices={events} />
      </Field>
      <Field label={t('startAt')}>
        <DateTimeInput value={start} onChange={setStart} earliest="2026-05-04" />
      </Field>
      <Field label={t('startAtZone')} optional>
        <DateTimeInput value={start} onChange={setStart} zone="America/New_York" />
      </Field>
      <DateRangeInput range={range} onChange={setRange} />
      <Field label={t('atMost')} help={t('atMostHelp')}>
        <DurationInput value={atMost} onChange={setAtMost} />
      </Field>
      <Field label={t('atMost')} error={t('atMostError')}>
        <DurationInput value={{ amount: 40, unit: 'month' }} onChange={noop} units={['day', 'week', 'month']} />
      </Field>
    </Specimen>
  )
}
