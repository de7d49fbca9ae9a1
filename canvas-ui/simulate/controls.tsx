import { FastForward, Pause, Play, RotateCcw, StepForward, Undo2, Users, Zap } from 'lucide-react'
import { useState } from 'react'
import type { DocumentNode } from '../../engine/core/journey/document.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'
import { FloatingBar } from '../canvas/floating-bar.tsx'
import { useFormat } from '../format/use-format.ts'
import type { Catalogue } from '../forms/form-context.ts'
import { Button } from '../kit/button.tsx'
import { type DurationDraft, DurationInput } from '../kit/duration-input.tsx'
import { Field } from '../kit/field.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Popover } from '../kit/popover.tsx'
import { useMessages } from '../locale/messages.ts'
import { EventForm } from './event-form.tsx'
import { simulateMessages } from './locale.ts'
import type { Simulation } from './use-simulation.ts'

/** What can be let happen, and how it is told: a bar at the foot of the canvas. */
export function Controls({
  simulation,
  audiences,
  heard,
  catalogue,
  at,
  zone,
}: {
  simulation: Simulation
  /** Triggers that take an audience in. */
  audiences: readonly DocumentNode[]
  heard: readonly string[]
  catalogue: Catalogue
  /** The moment that is seen, epoch milliseconds. */
  at: number
  zone: string
}) {
  const t = useMessages(simulateMessages)
  const format = useFormat()
  const [open, setOpen] = useState<'post' | 'wind'>()
  const { playing, goesOn, script } = simulation
  const opening = (what: 'post' | 'wind') => (now: boolean) => setOpen(now ? what : undefined)
  return (
    <FloatingBar className="w-max gap-1! p-1.5!">
      <time className="whitespace-nowrap px-2 font-medium text-ink tabular-nums" dateTime={new Date(at).toISOString()}>
        {format.dateTime(at)}
      </time>
      <Popover
        label={t('post')}
        open={open === 'post'}
        onOpenChange={opening('post')}
        side="top"
        className="max-h-[70vh] w-80 overflow-y-auto p-3"
        trigger={
          <Button icon={Zap} size="dense">
            {t('post')}
          </Button>
        }
      >
        <EventForm
          heard={heard}
          catalogue={catalogue}
          onPost={(event, properties) => {
            setOpen(undefined)
            simulation.post(event, properties)
          }}
        />
      </Popover>
      {audiences.map((node) => (
        <Button
          key={node.id}
          icon={Users}
          size="dense"
          title={t('runNote', { name: node.name })}
          onClick={() => simulation.run(node.id)}
        >
          {audiences.length > 1 ? node.name : t('run')}
        </Button>
      ))}
      <Popover
        label={t('windTo')}
        open={open === 'wind'}
        onOpenChange={opening('wind')}
        side="top"
        trigger={
          <Button icon={FastForward} size="dense">
            {t('windTo')}
          </Button>
        }
      >
        <WindForm
          simulation={simulation}
          zone={zone}
          onWind={(to) => {
            setOpen(undefined)
            simulation.waitUntil(to)
          }}
        />
      </Popover>
      <span className="mx-1 h-5 w-px bg-border" />
      <IconButton
        icon={StepForward}
        label={t('step')}
        title={t('stepHelp')}
        tooltipSide="top"
        disabled={!goesOn}
        onClick={simulation.step}
      />
      <IconButton
        icon={playing ? Pause : Play}
        label={t(playing ? 'pause' : 'play')}
        tooltipSide="top"
        disabled={!goesOn && !playing}
        onClick={playing ? simulation.pause : simulation.play}
      />
      <IconButton
        icon={Undo2}
        label={t('takeBack')}
        tooltipSide="top"
        disabled={script.happenings.length === 0}
        onClick={simulation.takeBack}
      />
      <IconButton
        icon={RotateCcw}
        label={t('beginAgain')}
        tooltipSide="top"
        disabled={script.happenings.length === 0}
        onClick={simulation.beginAgain}
      />
    </FloatingBar>
  )
}

function WindForm({
  simulation: { course },
  zone,
  onWind,
}: {
  simulation: Simulation
  zone: string
  onWind: (to: number) => void
}) {
  const t = useMessages(simulateMessages)
  const format = useFormat()
  const [by, setBy] = useState<DurationDraft>({ amount: 1, unit: 'day' })
  const { now, nextAt } = course
  const duration = Duration.safeParse(by).data
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (duration) onWind(addDuration(now, duration, zone))
      }}
    >
      {nextAt !== null && (
        <Button icon={FastForward} onClick={() => onWind(nextAt)}>
          {t('windNext')} · {format.dateTime(nextAt)}
        </Button>
      )}
      <Field label={t('windBy')}>
        <DurationInput size="dense" value={by} onChange={setBy} />
      </Field>
      <Button type="submit" look="primary" disabled={!duration} className="self-end">
        {t('wind')}
      </Button>
    </form>
  )
}
