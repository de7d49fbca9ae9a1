import { ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Combobox } from '../kit/combobox.tsx'
import { type DurationDraft, DurationInput } from '../kit/duration-input.tsx'
import { Input } from '../kit/input.tsx'
import { NumberInput } from '../kit/number-input.tsx'
import { Select } from '../kit/select.tsx'
import { useMessages } from '../locale/messages.ts'
import { type EventDraft, NO_CONDITION } from './draft.ts'
import { conditionMessages } from './locale.ts'
import { useOffer } from './offer.tsx'

/** A condition over what somebody did: which event, how often, when, and which of them count. */
export function EventRow({
  chooser,
  remove,
  events,
  onChange,
}: {
  chooser: ReactNode
  remove: ReactNode
  events: EventDraft
  onChange: (events: EventDraft) => void
}) {
  const t = useMessages(conditionMessages)
  const { events: offered = [], Nested } = useOffer()
  const known = offered.some((event) => event.name === events.event)
  const choices = [
    ...offered.map(({ name, label }) => ({ value: name, label })),
    ...(known || events.event === '' ? [] : [{ value: events.event, label: events.event }]),
  ]
  const take = (event: string) => onChange({ ...events, event })
  const { filter, ...unfiltered } = events
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-h-7 flex-wrap items-center gap-1">
        {chooser}
        <Select
          size="dense"
          className="w-24 shrink-0"
          aria-label={t('whether')}
          choices={[
            { value: 'did', label: t('did') },
            { value: 'not', label: t('didNot') },
          ]}
          value={events.did ? 'did' : 'not'}
          onChange={(next) => onChange({ ...events, did: next === 'did' })}
        />
        <Combobox
          size="dense"
          className="min-w-36 flex-1"
          aria-label={t('event')}
          placeholder={t('chooseEvent')}
          choices={choices}
          value={events.event || null}
          onChange={take}
          onCreate={{ label: (text) => t('use', { text }), take }}
        />
        {remove}
      </div>
      <div className="flex min-h-7 flex-wrap items-center gap-1 pl-[132px]">
        <Window window={events.window} onChange={(window) => onChange({ ...events, window })} />
        <span className="pl-1 text-ink-2 text-secondary">{t(events.did ? 'atLeast' : 'fewerThan')}</span>
        <NumberInput
          size="dense"
          className="w-20"
          aria-label={t(events.did ? 'atLeast' : 'fewerThan')}
          unit={t('times')}
          min={1}
          value={events.atLeast}
          onChange={(atLeast) => onChange({ ...events, atLeast })}
        />
        <Button
          size="dense"
          look="ghost"
          icon={ListFilter}
          className="ml-auto"
          onClick={() => onChange(filter ? unfiltered : { ...events, filter: NO_CONDITION })}
        >
          {t(filter ? 'anyOfThem' : 'onlyThose')}
        </Button>
      </div>
      {filter && (
        <div className="pl-[132px]">
          <Nested
            value={filter}
            onChange={(next) => onChange({ ...events, filter: next })}
            offer={{
              fields: offered.find((event) => event.name === events.event)?.properties ?? [],
              events: undefined,
              inFilter: true,
            }}
          />
        </div>
      )}
    </div>
  )
}

type Window = EventDraft['window']

function Window({ window, onChange }: { window: Window; onChange: (window: Window) => void }) {
  const t = useMessages(conditionMessages)
  const begin: Record<Window['kind'], Window> = {
    ever: { kind: 'ever' },
    last: { kind: 'last', duration: { amount: 30, unit: 'day' } },
    between: { kind: 'between', from: '', to: '' },
  }
  return (
    <>
      <Select
        size="dense"
        className="w-28 shrink-0"
        aria-label={t('when')}
        choices={(['last', 'between', 'ever'] as const).map((kind) => ({ value: kind, label: t(kind) }))}
        value={window.kind}
        onChange={(kind) => onChange(begin[kind])}
      />
      {window.kind === 'last' && (
        <DurationInput
          size="dense"
          value={window.duration as DurationDraft}
          onChange={(duration) => onChange({ kind: 'last', duration } as Window)} // may miss its number: the rule is not complete then
        />
      )}
      {window.kind === 'between' &&
        (['from', 'to'] as const).map((end) => (
          <Input
            key={end}
            size="dense"
            type="date"
            aria-label={t(end)}
            value={window[end]}
            onChange={(day) => onChange({ ...window, [end]: day })}
          />
        ))}
    </>
  )
}
