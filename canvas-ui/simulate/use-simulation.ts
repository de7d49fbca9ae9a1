import { useEffect, useMemo, useReducer } from 'react'
import type { BoundPlan } from '../../engine/core/journey/plan.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Around } from '../../engine/core/simulate/around.ts'
import type { Person } from '../../engine/core/simulate/person.ts'
import { simulate } from '../../engine/core/simulate/simulate.ts'
import type { Course, Happening, Script } from '../../engine/core/simulate/story.ts'

/** Between two steps while it plays. */
const STEP_MS = 450

interface State {
  readonly script: Script
  /** How much of the story is told. */
  readonly told: number
  readonly playing: boolean
}

type Action =
  | { readonly type: 'happens'; readonly happening: Happening; readonly told: number; readonly playing: boolean }
  | { readonly type: 'tells'; readonly told: number; readonly playing: boolean }
  | { readonly type: 'is'; readonly person: Person }
  | { readonly type: 'starts'; readonly at: number }
  | { readonly type: 'takes back' }
  | { readonly type: 'begins again' }

/** Everything that is told of a script, however long it is. */
const ALL = Number.POSITIVE_INFINITY

function next(state: State, action: Action): State {
  const { script } = state
  switch (action.type) {
    case 'happens': {
      const happenings = [...script.happenings, action.happening]
      return { script: { ...script, happenings }, told: action.told, playing: action.playing }
    }
    case 'tells':
      return { ...state, told: action.told, playing: action.playing }
    case 'is':
      return { script: { ...script, person: action.person }, told: ALL, playing: false }
    case 'starts': {
      const by = action.at - script.startsAt
      const happenings = script.happenings.map((one) => ({ ...one, at: one.at + by }))
      return { script: { ...script, startsAt: action.at, happenings }, told: ALL, playing: false }
    }
    case 'takes back':
      return { script: { ...script, happenings: script.happenings.slice(0, -1) }, told: ALL, playing: false }
    case 'begins again':
      return { script: { ...script, happenings: [] }, told: 0, playing: false }
  }
}

/** What can be done with a simulation. Instants are epoch milliseconds. */
export interface Simulation {
  readonly script: Script
  readonly course: Course
  /** How many of `course.story` are told. */
  readonly told: number
  readonly playing: boolean
  /** Whether a step tells more, or lets time pass until something does. */
  readonly goesOn: boolean
  step(): void
  play(): void
  pause(): void
  /** Goes back or on to where so much was told. */
  tellTo(told: number): void
  post(event: string, properties: JsonObject): void
  run(node: string): void
  waitUntil(at: number): void
  /** Takes the last happening back. */
  takeBack(): void
  beginAgain(): void
  /** Another person, or the same one otherwise: what happened happens to them. */
  setPerson(person: Person): void
  /** What happened moves with the start. */
  setStart(at: number): void
}

/** Plays a script on a plan; every change plays it anew from its start. */
export function useSimulation(
  plan: BoundPlan,
  first: Script,
  { calendar, rules, refunds }: Pick<Around, 'calendar' | 'rules' | 'refunds'>,
): Simulation {
  const [state, send] = useReducer(next, { script: first, told: 0, playing: false })
  const { script, playing } = state
  const course = useMemo(
    () => simulate(plan, script, { calendar, rules, refunds }),
    [plan, script, calendar, rules, refunds],
  )
  const told = Math.min(state.told, course.story.length)
  const isTold = told >= course.story.length

  useEffect(() => {
    if (!playing) return
    const more = Math.min(told + 1, course.story.length)
    const timer = setTimeout(() => send({ type: 'tells', told: more, playing: more < course.story.length }), STEP_MS)
    return () => clearTimeout(timer)
  }, [playing, told, course])

  const happen = (happening: Happening, play = true) =>
    send({ type: 'happens', happening, told: course.story.length + (play ? 0 : 1), playing: play })
  const { now, nextAt } = course
  return {
    ...{ script, course, told, playing },
    goesOn: !isTold || nextAt !== null,
    step() {
      if (!isTold) send({ type: 'tells', told: told + 1, playing: false })
      else if (nextAt !== null) happen({ do: 'wait', at: nextAt }, false)
    },
    play() {
      if (!isTold) send({ type: 'tells', told, playing: true })
      else if (nextAt !== null) happen({ do: 'wait', at: nextAt })
    },
    pause: () => send({ type: 'tells', told, playing: false }),
    tellTo: (count) => send({ type: 'tells', told: count, playing: false }),
    post: (event, properties) => happen({ do: 'post', at: now, event, properties }),
    run: (node) => happen({ do: 'run', at: now, node }),
    waitUntil: (at) => happen({ do: 'wait', at }),
    takeBack: () => send({ type: 'takes back' }),
    beginAgain: () => send({ type: 'begins again' }),
    setPerson: (person) => send({ type: 'is', person }),
    setStart: (at) => send({ type: 'starts', at }),
  }
}
