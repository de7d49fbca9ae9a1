import { Panel, ReactFlowProvider } from '@xyflow/react'
import { useMemo, useState } from 'react'
import { compile } from '../../engine/core/journey/compile.ts'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { type BoundPlan, bindPlan } from '../../engine/core/journey/plan.ts'
import { RefundRules } from '../../engine/core/journey/refunds.ts'
import type { SendingRules } from '../../engine/core/sending/rules.ts'
import { askedBy, eventsHeardBy } from '../../engine/core/simulate/asked.ts'
import { type Calendar, WEEKDAYS_ALONE } from '../../engine/core/time/calendar.ts'
import { atLocal, localDateTime } from '../../engine/core/time/zone.ts'
import { registry } from '../../nodes/definitions.ts'
import { JourneyCanvas } from '../canvas/journey-canvas.tsx'
import { NOTHING } from '../canvas/selection.ts'
import { ZoomBar } from '../canvas/zoom-bar.tsx'
import { ShownZone } from '../format/use-format.ts'
import type { Catalogue } from '../forms/form-context.ts'
import { DateTimeInput } from '../kit/date-time-input.tsx'
import { Cover } from '../kit/dialog.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { Field } from '../kit/field.tsx'
import { useMessages } from '../locale/messages.ts'
import { Controls } from './controls.tsx'
import { simulateMessages } from './locale.ts'
import { nobody, PersonForm, type RealMembers } from './person-form.tsx'
import { seenOf, type Token } from './seen.ts'
import { StoryList } from './story-list.tsx'
import { Tokens } from './tokens.tsx'
import { useSimulation } from './use-simulation.ts'

export interface SimulatorProps {
  readonly document: JourneyDocument
  /** The workspace's zone, an IANA name. */
  readonly zone: string
  readonly catalogue: Catalogue
  readonly members: RealMembers | undefined
  /** Which days are worked; weekdays alone until it is known. */
  readonly calendar: Calendar | undefined
  /** What holds for messages in the workspace; nothing until it is known. */
  readonly rules: SendingRules | undefined
  /** What the workspace calls a refund; the usual names until it is known. */
  readonly refunds: RefundRules | undefined
  readonly onClose: () => void
}

/** Plays the journey as it is drawn with one person, in the browser: nothing is sent, nobody is changed. */
export function Simulator(props: SimulatorProps) {
  const { document, zone, onClose } = props
  const t = useMessages(simulateMessages)
  const { plan, errors } = useMemo(() => {
    const compiled = compile(document, registry, { zone, exists: () => true })
    const bound = compiled.plan && bindPlan(compiled.plan, registry)
    return { plan: bound, errors: compiled.problems.filter(({ severity }) => severity === 'error').length }
  }, [document, zone])
  return (
    <Cover
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { name: document.name })}
      description={t('safe')}
    >
      {plan ? (
        <ShownZone value={plan.zone}>
          <ReactFlowProvider>
            <Stage {...props} plan={plan} />
          </ReactFlowProvider>
        </ShownZone>
      ) : (
        <EmptyState text={t('faulty', { count: errors })} />
      )}
    </Cover>
  )
}

const NO_RULES: SendingRules = { caps: [] }
const USUAL_REFUNDS = RefundRules.parse({})
const MINUTE_MS = 60_000

function Stage({
  document,
  catalogue,
  members,
  calendar = WEEKDAYS_ALONE,
  rules = NO_RULES,
  refunds = USUAL_REFUNDS,
  plan,
}: SimulatorProps & { plan: BoundPlan }) {
  const t = useMessages(simulateMessages)
  const [first] = useState(() => ({
    person: nobody(),
    startsAt: Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS,
    happenings: [],
  }))
  const simulation = useSimulation(plan, first, { calendar, rules, refunds })
  const { script, course, told } = simulation
  const seen = useMemo(() => seenOf(document, script, course.story, told), [document, script, course, told])
  const asked = useMemo(() => askedBy(plan), [plan])
  const heard = useMemo(() => eventsHeardBy(plan, refunds), [plan, refunds])
  const audiences = document.nodes.filter((node) =>
    plan.nodes.some((one) => one.id === node.id && one.trigger?.audience),
  )
  const selection = useMemo(() => ({ ...NOTHING, edges: seen.trail }), [seen.trail])
  return (
    <div className="flex size-full min-h-0">
      <aside className="flex w-72 shrink-0 flex-col overflow-y-auto border-border border-r bg-surface">
        <PersonForm
          asked={asked}
          person={script.person}
          catalogue={catalogue}
          members={members}
          onChange={simulation.setPerson}
        />
        <div className="border-border border-t p-4">
          <Field label={t('startsAt')}>
            <DateTimeInput
              size="dense"
              className="w-full"
              value={localDateTime(script.startsAt, plan.zone).replace(' ', 'T')}
              onChange={(local) => simulation.setStart(atLocal(local, plan.zone))}
            />
          </Field>
        </div>
      </aside>
      <div className="min-w-0 flex-1">
        <JourneyCanvas document={document} selection={selection} onChoose={() => undefined}>
          <Tokens tokens={seen.tokens} />
          <Panel position="top-left" className="m-4!">
            <ZoomBar />
          </Panel>
          <Panel position="bottom-center" className="m-4!">
            <Controls
              {...{ simulation, audiences, heard, catalogue }}
              at={told >= course.story.length ? course.now : seen.at}
              zone={plan.zone}
            />
          </Panel>
        </JourneyCanvas>
        <Whereabouts tokens={seen.tokens} document={document} />
      </div>
      <aside className="flex w-72 shrink-0 flex-col min-[1400px]:w-80 border-border border-l bg-surface text-body">
        <StoryList {...{ document, told }} story={course.story} person={seen.person} onTell={simulation.tellTo} />
      </aside>
    </div>
  )
}

const WORDS = { moving: 'atNode', waiting: 'waitingAt', failed: 'failedAt' } as const

/** Where the person is, for the ear. */
function Whereabouts({ tokens, document }: { tokens: readonly Token[]; document: JourneyDocument }) {
  const t = useMessages(simulateMessages)
  const nameOf = (id: string) => document.nodes.find((node) => node.id === id)?.name ?? id
  return (
    <output aria-live="polite" className="sr-only">
      {tokens.length === 0
        ? t('outside')
        : tokens.map(({ node, state }) => t(WORDS[state], { node: nameOf(node) })).join(' ')}
    </output>
  )
}
